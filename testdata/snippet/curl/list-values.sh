# Jun 25 09:07:51 root, vm.stop, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=vm.stop&elid=617%2C%20618%2C%20619&out=json' https://localhost:1500/ispmgr
