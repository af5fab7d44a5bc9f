# Jun 25 09:07:51 root, webdomain.delete, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=webdomain.delete&elid=shop.example&out=json' https://localhost:1500/ispmgr
