# Jun 25 09:07:51 root, dashboard.info
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=dashboard.info&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, progress.get
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=progress.get&elid=yes_form1479439520235&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, whoami
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=whoami&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, longtask.list
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=longtask.list&out=json' https://localhost:1500/ispmgr
