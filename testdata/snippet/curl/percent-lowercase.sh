# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&fullname=%D0%98%D0%B2%D0%B0%D0%BD&sok=ok&out=json' https://localhost:1500/ispmgr
