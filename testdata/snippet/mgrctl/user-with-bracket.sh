# Jun 25 09:07:51 shop%5B2%5D, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok 'su=shop[2]'
