# Jun 25 09:07:51 root, webdomain.delete, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr webdomain.delete elid=shop.example
