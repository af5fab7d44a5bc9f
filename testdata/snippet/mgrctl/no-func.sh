# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
