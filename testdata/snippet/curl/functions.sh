# ==== background-polling
# Jun 25 09:07:51 root, dashboard.info
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=dashboard.info&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, progress.get
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=progress.get&elid=yes_form1479439520235&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, whoami
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=whoami&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, longtask.list
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=longtask.list&out=json' https://localhost:1500/ispmgr
# ==== delete-verb
# Jun 25 09:07:51 root, webdomain.delete, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=webdomain.delete&elid=shop.example&out=json' https://localhost:1500/ispmgr
# ==== empty-func
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== form-applied
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== form-opened
# Jun 25 09:07:51 root, user.edit
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== form-refreshed
# Jun 25 09:07:51 root, user.edit
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&preset=small&sok=ok&sv_field=preset&out=json' https://localhost:1500/ispmgr
# ==== func-dash-first
# Jun 25 09:07:51 root, -o, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=-o&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== func-encoded
# Jun 25 09:07:51 root, vm.migrate, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=vm.migrate&elid=617&out=json' https://localhost:1500/ispmgr
# ==== func-hostile
# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=x%27%3Bid%3B%20%23&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, a%0Ab, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=a%0Ab&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, a%3Db, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=a%3Db&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== func-keyword
# Jun 25 09:07:51 root, move, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=move&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, type
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=type&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, self
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=self&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, main
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=main&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, 2fa
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=2fa&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, ..
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=..&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=%D0%B8%D0%BC%D1%8F&elid=1&out=json' https://localhost:1500/ispmgr
# ==== func-same-thrice
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user_edit
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user_edit&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== func-twice
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&func=user.delete&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== group-edit
# Jun 25 09:07:51 root, user.edit for several objects, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=groupedit&clicked_button=ok&elid=anna%2C%20boris&faction=user.edit&limit_ssl=on&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== helpers
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&clickstat=on&elname=shop&newwindow=yes&p_cnt=50&p_num=1&tab_id=7&zoom-name=x&out=json' https://localhost:1500/ispmgr
# ==== lang-logged
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&lang=ru&out=json' https://localhost:1500/ispmgr
# ==== module-query
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== no-func
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== out-interface
# Jun 25 09:07:51 root, webdomain.edit
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=webdomain.edit&elid=shop.example&out=json' https://localhost:1500/ispmgr
# ==== out-logged
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&out=devel' https://localhost:1500/ispmgr
# ==== rpc-query
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== wizard-finish
# Jun 25 09:07:51 root, service.order
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=service.order&clicked_button=next&datacenter=1&pricelist=3&snext=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, service.order, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=service.order&clicked_button=finish&datacenter=1&period=1&pricelist=3&sok=ok&out=json' https://localhost:1500/ispmgr
