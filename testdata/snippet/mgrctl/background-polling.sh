# Jun 25 09:07:51 root, dashboard.info
/usr/local/mgr5/sbin/mgrctl -m ispmgr dashboard.info
# Jun 25 09:07:51 root, progress.get
/usr/local/mgr5/sbin/mgrctl -m ispmgr progress.get elid=yes_form1479439520235
# Jun 25 09:07:51 root, whoami
/usr/local/mgr5/sbin/mgrctl -m ispmgr whoami
# Jun 25 09:07:51 root, longtask.list
/usr/local/mgr5/sbin/mgrctl -m ispmgr longtask.list
