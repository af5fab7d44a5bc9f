# ==== name-cyrillic
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&%D0%B8%D0%BC%D1%8F=x&out=json' https://localhost:1500/ispmgr
# ==== name-dash-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&-o=json&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-empty
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&=x&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-masked-hostile
# Jun 25 09:07:51 root, user.edit, changes data, without masked a%27%24%28id%29, without masked path
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-tilde-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&%7Ex=1&out=json' https://localhost:1500/ispmgr
# ==== name-with-at
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&a%40%2Fetc%2Fhosts=x&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-with-equals
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&a%3Db=x&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-with-quote
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&a%27%3Bid%3B=x&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== name-with-space
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&my%20name=x&my%20other=y&sok=ok&out=json' https://localhost:1500/ispmgr
