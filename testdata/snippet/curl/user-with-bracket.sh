# Jun 25 09:07:51 shop%5B2%5D, domain.edit, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&elid=shop.example&sok=ok&su=shop%5B2%5D&out=json' https://localhost:1500/ispmgr
