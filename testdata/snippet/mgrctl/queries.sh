# ==== bad-percent
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop 'note=100%' 'rate=%zz%4' sok=ok
# ==== duplicate-names
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop ip=192.0.2.1 ip=192.0.2.2 ip=192.0.2.1 sok=ok
# ==== empty-pieces
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok
# ==== empty-values
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok
# ==== list-values
# Jun 25 09:07:51 root, vm.stop, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr vm.stop 'elid=617, 618, 619'
# ==== no-equals
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok
# ==== null-on-off
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit backup=on clicked_button=ok elid=shop group=null sok=ok ssl=off
# ==== percent-encoded-percent
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'note=%41 is not A' sok=ok
# ==== percent-lowercase
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop 'fullname=Иван' sok=ok
# ==== plus-sign
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop 'note=a+b c' sok=ok
