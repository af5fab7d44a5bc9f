# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&%D0%B8%D0%BC%D1%8F=x&out=json' https://localhost:1500/ispmgr
