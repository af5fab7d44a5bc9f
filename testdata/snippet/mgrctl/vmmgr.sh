# Jun 24 07:23:55 root, vm.migrate, changes data
/usr/local/mgr5/sbin/mgrctl -m vmmgr vm.migrate 'elid=617, 618'
