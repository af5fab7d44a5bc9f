# ==== ampersand
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%26b%3Dc%26%26func%3Duser.delete&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== at-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%40%2Fetc%2Fpasswd&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== backslash-double
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%5C%5Chost%5Cn%5Cx41&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== backslash-trailing
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=C%3A%5C&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== backticks
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%60id%60&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== bang
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=wow%21%20%21%21%20%21%24&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== bang-and-quote
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=it%27s%20%21wow&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== braces
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%7Ba%2Cb%7D%20%5B1-3%5D&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== caret
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%5Ea%5Eb&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== dash-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=-o%2Ftmp%2Fx&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== dollar-paren
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%24%28id%29%20%24HOME%20%24%7BHOME%7D&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== double-quote
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=say%20%22hi%22&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== equals-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%3Dls&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== glob
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%2A.log%20%3F%20%5Ba-z%5D&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== hash-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%23%20not%20a%20comment&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== lt-first
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%3C%2Fetc%2Fpasswd&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== o-brien
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=O%27Brien&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== parens
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%28a%29%20%3Cb%3E%20%7Bc%7D&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== percent-env
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%25PATH%25%20%25s%20%25d&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== pipe
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%20%7C%20id%20%26%26%20id%20%7C%7C%20id%20%3E%20x%20%3C%20y&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== quote-in-payload
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&fullname=O%27Brien&note=%27quoted%27&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== semicolon
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%3B%20id&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== space-edges
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%20both%20ends%20&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== tilde
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%7Eroot&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== two-spaces
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=name%20A%20%20192.0.2.1&sok=ok&out=json' https://localhost:1500/ispmgr
