# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user out=xml
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user out=xml
