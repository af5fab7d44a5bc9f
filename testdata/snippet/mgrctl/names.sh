# ==== name-cyrillic
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok 'имя=x'
# ==== name-dash-first
# ==== name-empty
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit '=x' elid=shop sok=ok
# ==== name-masked-hostile
# Jun 25 09:07:51 root, user.edit, changes data, without masked a%27%24%28id%29, without masked path
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok
# ==== name-tilde-first
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop sok=ok '~x=1'
# ==== name-with-at
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit a@/etc/hosts=x elid=shop sok=ok
# ==== name-with-equals
# ==== name-with-quote
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit 'a'\'';id;=x' elid=shop sok=ok
# ==== name-with-space
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop 'my name=x' 'my other=y' sok=ok
