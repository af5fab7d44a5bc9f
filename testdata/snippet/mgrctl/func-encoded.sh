# Jun 25 09:07:51 root, vm.migrate, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr vm.migrate elid=617
