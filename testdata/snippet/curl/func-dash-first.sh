# Jun 25 09:07:51 root, -o, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=-o&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
