# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%28a%29%20%3Cb%3E%20%7Bc%7D&sok=ok&out=json' https://localhost:1500/ispmgr
