# Jun 25 09:07:51 root, move, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr move elid=1
# Jun 25 09:07:51 root, type
/usr/local/mgr5/sbin/mgrctl -m ispmgr type elid=1
# Jun 25 09:07:51 root, self
/usr/local/mgr5/sbin/mgrctl -m ispmgr self elid=1
# Jun 25 09:07:51 root, main
/usr/local/mgr5/sbin/mgrctl -m ispmgr main elid=1
# Jun 25 09:07:51 root, 2fa
/usr/local/mgr5/sbin/mgrctl -m ispmgr 2fa elid=1
# Jun 25 09:07:51 root, ..
/usr/local/mgr5/sbin/mgrctl -m ispmgr .. elid=1
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
/usr/local/mgr5/sbin/mgrctl -m ispmgr 'имя' elid=1
