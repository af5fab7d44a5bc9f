# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop $'note=a\007b\010c\033d\177e\233f' sok=ok
