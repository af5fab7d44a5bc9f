# ==== origin-empty
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== origin-ipv6-bare
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== origin-ipv6-brackets
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== origin-mgrctl
# Jun 25 09:07:51 root, problems.autosolve
/usr/local/mgr5/sbin/mgrctl -m ispmgr problems.autosolve out=text
# ==== origin-program
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop out=xml sok=ok
# Jun 25 09:07:51 root, backup2.restore, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr backup2.restore elid=7
# ==== su-own
# Jun 25 09:07:51 admin, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok su=shop
# ==== user-as-other
# Jun 25 09:07:51 root as admin, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop su=admin
# ==== user-as-other-with-parens
# Jun 25 09:07:51 root as shop%28old%29, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop 'su=shop(old)'
# ==== user-empty
# Jun 25 09:07:51 logon
/usr/local/mgr5/sbin/mgrctl -m ispmgr logon lang=en
# ==== user-hostile
# Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok 'su=$(id)`id`'
# ==== user-mail
# Jun 25 09:07:51 ann@example.com, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=7 sok=ok su=ann@example.com
# ==== user-with-bracket
# Jun 25 09:07:51 shop%5B2%5D, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok 'su=shop[2]'
# ==== user-with-parens
# Jun 25 09:07:51 shop%282%29, domain.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr domain.edit clicked_button=ok elid=shop.example sok=ok 'su=shop(2)'
