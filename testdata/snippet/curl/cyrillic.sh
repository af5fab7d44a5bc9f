# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=%D0%98%D0%B2%D0%B0%D0%BD%20%C2%AB%D0%9E%27%D0%9D%D0%B8%D0%BB%C2%BB&sok=ok&out=json' https://localhost:1500/ispmgr
