# Jun 25 09:07:51 root, problems.autosolve
/usr/local/mgr5/sbin/mgrctl -m ispmgr problems.autosolve out=text
