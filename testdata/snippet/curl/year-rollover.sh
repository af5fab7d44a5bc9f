# Dec 31 23:59:59 root, user.suspend, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# Jan  1 00:00:00 root, user.resume, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.resume&elid=shop&out=json' https://localhost:1500/ispmgr
