# Dec 31 23:59:59 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# Jan  1 00:00:00 root, user.resume, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.resume elid=shop
