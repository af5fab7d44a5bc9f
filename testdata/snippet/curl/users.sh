# ==== origin-empty
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== origin-ipv6-bare
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== origin-ipv6-brackets
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# ==== origin-mgrctl
# Jun 25 09:07:51 root, problems.autosolve
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=problems.autosolve&out=text' https://localhost:1500/ispmgr
# ==== origin-program
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&out=xml&sok=ok' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, backup2.restore, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=backup2.restore&elid=7&out=json' https://localhost:1500/ispmgr
# ==== su-own
# Jun 25 09:07:51 admin, domain.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=shop&out=json' https://localhost:1500/ispmgr
# ==== user-as-other
# Jun 25 09:07:51 root as admin, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&su=admin&out=json' https://localhost:1500/ispmgr
# ==== user-as-other-with-parens
# Jun 25 09:07:51 root as shop%28old%29, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&su=shop%28old%29&out=json' https://localhost:1500/ispmgr
# ==== user-empty
# Jun 25 09:07:51 logon
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=logon&lang=en&out=json' https://localhost:1500/ispmgr
# ==== user-hostile
# Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=%24%28id%29%60id%60&out=json' https://localhost:1500/ispmgr
# ==== user-mail
# Jun 25 09:07:51 ann@example.com, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=7&sok=ok&su=ann%40example.com&out=json' https://localhost:1500/ispmgr
# ==== user-with-bracket
# Jun 25 09:07:51 shop%5B2%5D, domain.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=shop%5B2%5D&out=json' https://localhost:1500/ispmgr
# ==== user-with-parens
# Jun 25 09:07:51 shop%282%29, domain.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=shop%282%29&out=json' https://localhost:1500/ispmgr
