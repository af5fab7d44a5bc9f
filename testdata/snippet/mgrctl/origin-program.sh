# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop out=xml sok=ok
# Jun 25 09:07:51 root, backup2.restore, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr backup2.restore elid=7
