# Jun 25 09:07:51 root, user.suspend, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user.suspend, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
