# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop ip=192.0.2.1 ip=192.0.2.2 ip=192.0.2.1 sok=ok
