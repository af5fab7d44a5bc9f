# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&note=100%25&rate=%25zz%254&sok=ok&out=json' https://localhost:1500/ispmgr
