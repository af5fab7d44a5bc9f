# Feb 06 08:08:07 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
