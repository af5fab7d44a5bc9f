# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&backup=on&clicked_button=ok&elid=shop&group=null&sok=ok&ssl=off&out=json' https://localhost:1500/ispmgr
