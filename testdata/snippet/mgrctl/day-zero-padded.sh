# Feb 06 08:08:07 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
