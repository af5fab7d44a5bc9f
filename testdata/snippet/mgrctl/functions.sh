# ==== background-polling
# Jun 25 09:07:51 root, dashboard.info
/usr/local/mgr5/sbin/mgrctl -m ispmgr dashboard.info
# Jun 25 09:07:51 root, progress.get
/usr/local/mgr5/sbin/mgrctl -m ispmgr progress.get elid=yes_form1479439520235
# Jun 25 09:07:51 root, whoami
/usr/local/mgr5/sbin/mgrctl -m ispmgr whoami
# Jun 25 09:07:51 root, longtask.list
/usr/local/mgr5/sbin/mgrctl -m ispmgr longtask.list
# ==== delete-verb
# Jun 25 09:07:51 root, webdomain.delete, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr webdomain.delete elid=shop.example
# ==== empty-func
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== form-applied
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop sok=ok
# ==== form-opened
# Jun 25 09:07:51 root, user.edit
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop
# ==== form-refreshed
# Jun 25 09:07:51 root, user.edit
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop preset=small sok=ok sv_field=preset
# ==== func-dash-first
# ==== func-encoded
# Jun 25 09:07:51 root, vm.migrate, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr vm.migrate elid=617
# ==== func-hostile
# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr 'x'\'';id; #' elid=1 sok=ok
# Jun 25 09:07:51 root, a%0Ab, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr $'a\nb' elid=1 sok=ok
# ==== func-keyword
# Jun 25 09:07:51 root, move, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr move elid=1
# Jun 25 09:07:51 root, type
/usr/local/mgr5/sbin/mgrctl -m ispmgr type elid=1
# Jun 25 09:07:51 root, self
/usr/local/mgr5/sbin/mgrctl -m ispmgr self elid=1
# Jun 25 09:07:51 root, main
/usr/local/mgr5/sbin/mgrctl -m ispmgr main elid=1
# Jun 25 09:07:51 root, 2fa
/usr/local/mgr5/sbin/mgrctl -m ispmgr 2fa elid=1
# Jun 25 09:07:51 root, ..
/usr/local/mgr5/sbin/mgrctl -m ispmgr .. elid=1
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
/usr/local/mgr5/sbin/mgrctl -m ispmgr 'имя' elid=1
# ==== func-same-thrice
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# Jun 25 09:07:51 root, user_edit
/usr/local/mgr5/sbin/mgrctl -m ispmgr user_edit elid=shop
# ==== func-twice
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop func=user.delete sok=ok
# ==== group-edit
# Jun 25 09:07:51 root, user.edit for several objects, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr groupedit clicked_button=ok 'elid=anna, boris' faction=user.edit limit_ssl=on sok=ok
# ==== helpers
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user clickstat=on elname=shop newwindow=yes p_cnt=50 p_num=1 tab_id=7 zoom-name=x
# ==== lang-logged
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user lang=ru
# ==== module-query
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== no-func
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== out-interface
# Jun 25 09:07:51 root, webdomain.edit
/usr/local/mgr5/sbin/mgrctl -m ispmgr webdomain.edit elid=shop.example
# ==== out-logged
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user out=devel
# ==== rpc-query
# Jun 25 09:07:51 root, user.suspend, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.suspend elid=shop
# ==== wizard-finish
# Jun 25 09:07:51 root, service.order
/usr/local/mgr5/sbin/mgrctl -m ispmgr service.order clicked_button=next datacenter=1 pricelist=3 snext=ok
# Jun 25 09:07:51 root, service.order, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr service.order clicked_button=finish datacenter=1 period=1 pricelist=3 sok=ok
