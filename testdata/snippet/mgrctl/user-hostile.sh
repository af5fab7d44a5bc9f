# Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok 'su=$(id)`id`'
