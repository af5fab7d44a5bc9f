# Jun 25 09:07:51 root, session.delete, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=session.delete&elid=1&out=json' https://localhost:1500/ispmgr
