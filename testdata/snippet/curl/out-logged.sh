# Jun 25 09:07:51 root, user
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user&out=devel' https://localhost:1500/ispmgr
