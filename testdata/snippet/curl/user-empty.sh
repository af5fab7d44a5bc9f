# Jun 25 09:07:51 logon
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=logon&lang=en&out=json' https://localhost:1500/ispmgr
