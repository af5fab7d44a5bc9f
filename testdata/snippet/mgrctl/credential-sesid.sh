# Jun 25 09:07:51 root, session.delete, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr session.delete elid=1
