# Feb  6 08:08:07 root, user.suspend, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
