# Jun 25 09:07:51 root as shop%28old%29, user.suspend, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&su=shop%28old%29&out=json' https://localhost:1500/ispmgr
