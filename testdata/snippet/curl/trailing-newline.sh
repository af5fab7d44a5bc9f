# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=ends%20with%20two%0A%0A&sok=ok&out=json' https://localhost:1500/ispmgr
