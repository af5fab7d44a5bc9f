# Jun 25 09:07:51 root, user.edit, changes data, without masked a%27%24%28id%29, without masked path
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&sok=ok&out=json' https://localhost:1500/ispmgr
