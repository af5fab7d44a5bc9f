# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr 'x'\'';id; #' elid=1 sok=ok
# Jun 25 09:07:51 root, a%0Ab, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr $'a\nb' elid=1 sok=ok
