# ==== credential-auth
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&out=json' https://localhost:1500/ispmgr
# ==== credential-authinfo
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&out=xml' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user&out=xml' https://localhost:1500/ispmgr
# ==== credential-sesid
# Jun 25 09:07:51 root, session.delete, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=session.delete&elid=1&out=json' https://localhost:1500/ispmgr
# ==== masked
# Jun 25 09:07:51 root, user.edit, changes data, without masked zpasswd
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user.edit, changes data, without masked confirm, without masked passwd
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== masked-func
# ==== masked-star-typed
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&limit=%2A&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== secret-in-clear
# Jun 25 09:07:51 root, ipmi.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | sh -c ': "${IPMIPASS:?}"; { printf %s "$IPMIPASS" | curl "$@"; } 3<&0' sh -sSf --insecure --data-urlencode authinfo@/dev/fd/3 --data-raw 'func=ipmi.edit&clicked_button=ok&elid=4' --data-urlencode ipmipass@- --data-raw 'ipmiuser=admin&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== secrets-in-clear-nine
# ==== secrets-in-clear-two
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | sh -c ': "${CONFIRM:?}" "${PASSWD:?}"; { printf %s "$CONFIRM" | { printf %s "$PASSWD" | curl "$@"; } 4<&0; } 3<&0' sh -sSf --insecure --data-urlencode authinfo@/dev/fd/3 --data-raw 'func=user.edit&clicked_button=ok' --data-urlencode confirm@/dev/fd/4 --data-raw 'elid=shop' --data-urlencode passwd@- --data-raw 'sok=ok&out=json' https://localhost:1500/ispmgr
