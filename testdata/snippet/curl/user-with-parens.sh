# Jun 25 09:07:51 shop%282%29, domain.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=shop%282%29&out=json' https://localhost:1500/ispmgr
