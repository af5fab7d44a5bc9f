# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&note=a%07b%08c%1Bd%7Fe%9Bf&sok=ok&out=json' https://localhost:1500/ispmgr
