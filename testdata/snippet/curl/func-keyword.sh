# Jun 25 09:07:51 root, move, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=move&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, type
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=type&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, self
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=self&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, main
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=main&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, 2fa
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=2fa&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, ..
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=..&elid=1&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=%D0%B8%D0%BC%D1%8F&elid=1&out=json' https://localhost:1500/ispmgr
