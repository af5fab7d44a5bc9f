# ==== bad-percent
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&note=100%25&rate=%25zz%254&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== duplicate-names
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&ip=192.0.2.1&ip=192.0.2.2&ip=192.0.2.1&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== empty-pieces
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== empty-values
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== list-values
# Jun 25 09:07:51 root, vm.stop, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=vm.stop&elid=617%2C%20618%2C%20619&out=json' https://localhost:1500/ispmgr
# ==== no-equals
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== null-on-off
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&backup=on&clicked_button=ok&elid=shop&group=null&sok=ok&ssl=off&out=json' https://localhost:1500/ispmgr
# ==== percent-encoded-percent
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%2541%20is%20not%20A&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== percent-lowercase
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&fullname=%D0%98%D0%B2%D0%B0%D0%BD&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== plus-sign
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&note=a%2Bb%20c&sok=ok&out=json' https://localhost:1500/ispmgr
