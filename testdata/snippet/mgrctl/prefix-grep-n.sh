# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
