# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&ip=192.0.2.1&ip=192.0.2.2&ip=192.0.2.1&sok=ok&out=json' https://localhost:1500/ispmgr
