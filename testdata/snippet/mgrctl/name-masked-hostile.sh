# Jun 25 09:07:51 root, user.edit, changes data, without masked a%27%24%28id%29, without masked path
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok
