# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user_edit
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user_edit&elid=shop&out=json' https://localhost:1500/ispmgr
