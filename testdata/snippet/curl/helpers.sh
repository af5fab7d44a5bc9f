# Jun 25 09:07:51 root, user
printf %s "$MGR_AUTHINFO" | curl -sS --insecure --data-urlencode authinfo@- --data-raw 'func=user&clickstat=on&elname=shop&newwindow=yes&p_cnt=50&p_num=1&tab_id=7&zoom-name=x&out=json' https://localhost:1500/ispmgr
