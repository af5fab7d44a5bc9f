# Jun 25 09:07:51 root, ipmi.edit, changes data
printf %s "$MGR_AUTHINFO" | sh -c ': "${IPMIPASS:?}"; { printf %s "$IPMIPASS" | curl "$@"; } 3<&0' sh -sS --insecure --data-urlencode authinfo@/dev/fd/3 --data-raw 'func=ipmi.edit&clicked_button=ok&elid=4' --data-urlencode ipmipass@- --data-raw 'ipmiuser=admin&sok=ok&out=json' https://localhost:1500/ispmgr
