# Jun 25 09:07:51 root, vm.migrate, changes data
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=vm.migrate&elid=617&out=json' https://localhost:1500/ispmgr
