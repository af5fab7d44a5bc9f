# Jun 25 09:07:51 root as shop%28old%29, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop 'su=shop(old)'
