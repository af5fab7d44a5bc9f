# ==== billmgr
# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=processing.edit&clicked_button=ok&cluster=1&datacenter=1&department=2&elid=14&login=n.admin%40example.com&name=test-5_changer&orderpriority=4&sok=ok&url=https%3A%2F%2Fvm-1.example.com&su=admin&out=json' https://localhost:1500/billmgr
# ==== ispmgr
# Feb  6 08:08:07 root, domain.edit
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.edit&clicked_button=ok&out=json' https://localhost:1500/ispmgr
# Nov 18 09:27:23 root, progress.get
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=progress.get&elid=yes_form1479439520235&out=json' https://localhost:1500/ispmgr
# Jan 13 13:05:01 root, problems.autosolve
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=problems.autosolve&out=text' https://localhost:1500/ispmgr
# Jan 13 13:05:02 shop, domain.record.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=domain.record.edit&clicked_button=ok&elid=shop.example%20TXT%20%20v%3Dspf1%20%7Eall&name=%40&plid=shop.example&rtype=txt&sok=ok&ttl=3600&value=v%3Dspf1%20include%3A_spf.example.net%20%7Eall&su=shop&out=json' https://localhost:1500/ispmgr
# Jan 13 13:05:09 shop, webdomain.delete, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=webdomain.delete&elid=shop.example&su=shop&out=json' https://localhost:1500/ispmgr
# Jan 13 13:06:40 shop, user.edit, changes data, without masked confirm, without masked passwd
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&fullname=%D0%98%D0%B2%D0%B0%D0%BD%20%22%D0%9E%27%D0%9D%D0%B8%D0%BB%22&limit=%2A&name=ivan&note=line%20one%0D%0Aline%20two&sok=ok&su=shop&out=json' https://localhost:1500/ispmgr
# ==== vmmgr
# Jun 24 07:23:55 root, vm.migrate, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=vm.migrate&elid=617%2C%20618&out=json' https://localhost:1500/vmmgr
# ==== windows
# Feb 06 08:08:07 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== plain
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=Ann%20Example&sok=ok&out=json' https://localhost:1500/ispmgr
# Jun 25 09:07:51 root, user.suspend, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.suspend&elid=shop&out=json' https://localhost:1500/ispmgr
