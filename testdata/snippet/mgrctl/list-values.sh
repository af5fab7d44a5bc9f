# Jun 25 09:07:51 root, vm.stop, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr vm.stop 'elid=617, 618, 619'
