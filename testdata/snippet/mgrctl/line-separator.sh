# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\342\200\250b\302\205c' sok=ok
