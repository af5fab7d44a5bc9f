# Jun 25 09:07:51 root, user.edit
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&out=json' https://localhost:1500/ispmgr
