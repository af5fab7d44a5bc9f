# Jun 25 09:07:51 logon
/usr/local/mgr5/sbin/mgrctl -m ispmgr logon lang=en
