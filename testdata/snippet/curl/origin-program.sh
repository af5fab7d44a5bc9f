# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&out=xml&sok=ok' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, backup2.restore, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=backup2.restore&elid=7&out=json' https://localhost:1500/ispmgr
