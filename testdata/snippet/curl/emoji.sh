# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=ok%20%F0%9F%91%8D%20%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB&sok=ok&out=json' https://localhost:1500/ispmgr
