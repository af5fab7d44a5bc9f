# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
/usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit clicked_button=ok cluster=1 datacenter=1 department=2 elid=14 login=n.admin@example.com name=test-5_changer orderpriority=4 sok=ok url=https://vm-1.example.com su=admin
