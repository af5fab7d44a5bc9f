# ==== billmgr
# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
/usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit clicked_button=ok cluster=1 datacenter=1 department=2 elid=14 login=n.admin@example.com name=test-5_changer orderpriority=4 sok=ok url=https://vm-1.example.com su=admin
# ==== ispmgr
# Feb  6 08:08:07 root, domain.edit
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok
# Nov 18 09:27:23 root, progress.get
/usr/local/mgr5/sbin/mgrctl -m ispmgr progress.get elid=yes_form1479439520235
# Jan 13 13:05:01 root, problems.autosolve
/usr/local/mgr5/sbin/mgrctl -m ispmgr problems.autosolve out=text
# Jan 13 13:05:02 shop, domain.record.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.record.edit clicked_button=ok 'elid=shop.example TXT  v=spf1 ~all' name=@ plid=shop.example rtype=txt sok=ok ttl=3600 'value=v=spf1 include:_spf.example.net ~all' su=shop
# Jan 13 13:05:09 shop, webdomain.delete, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr webdomain.delete elid=shop.example su=shop
# Jan 13 13:06:40 shop, user.edit, changes data, without masked confirm, without masked passwd
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok 'fullname=Иван "О'\''Нил"' 'limit=*' name=ivan $'note=line one\r\nline two' sok=ok su=shop
# ==== vmmgr
# Jun 24 07:23:55 root, vm.migrate, changes data
/usr/local/mgr5/sbin/mgrctl -m vmmgr vm.migrate 'elid=617, 618'
# ==== windows
# Feb 06 08:08:07 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# ==== plain
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
