# Jun 25 09:07:51 root, problems.autosolve
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=problems.autosolve&out=text' https://localhost:1500/ispmgr
