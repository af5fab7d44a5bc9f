# Jun 25 09:07:51 ann@example.com, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=7 sok=ok su=ann@example.com
