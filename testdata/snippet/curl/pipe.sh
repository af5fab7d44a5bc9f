# Jun 25 09:07:51 root, user.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%20%7C%20id%20%26%26%20id%20%7C%7C%20id%20%3E%20x%20%3C%20y&sok=ok&out=json' https://localhost:1500/ispmgr
