# Jun 25 09:07:51 root, service.order
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=service.order&clicked_button=next&datacenter=1&pricelist=3&snext=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, service.order, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=service.order&clicked_button=finish&datacenter=1&period=1&pricelist=3&sok=ok&out=json' https://localhost:1500/ispmgr
