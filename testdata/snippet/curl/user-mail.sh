# Jun 25 09:07:51 ann@example.com, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=7&sok=ok&su=ann%40example.com&out=json' https://localhost:1500/ispmgr
