# ==== credential-auth
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user
# ==== credential-authinfo
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user out=xml
# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user out=xml
# ==== credential-sesid
# Jun 25 09:07:51 root, session.delete, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr session.delete elid=1
# ==== masked
# Jun 25 09:07:51 root, user.edit, changes data, without masked zpasswd
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Ann Example' sok=ok
# Jun 25 09:07:51 root, user.edit, changes data, without masked confirm, without masked passwd
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop sok=ok
# ==== masked-func
# ==== masked-star-typed
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'limit=*' sok=ok
# ==== secret-in-clear
# Jun 25 09:07:51 root, ipmi.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr ipmi.edit clicked_button=ok elid=4 ipmiuser=admin sok=ok -e 'ipmipass=$IPMIPASS'
# ==== secrets-in-clear-nine
# Jun 25 09:07:51 root, account.import, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr account.import -e 'key1_token=$MGR_KEY1_TOKEN' -e 'key2_token=$MGR_KEY2_TOKEN' -e 'key3_token=$MGR_KEY3_TOKEN' -e 'key4_token=$MGR_KEY4_TOKEN' -e 'key5_token=$MGR_KEY5_TOKEN' -e 'key6_token=$MGR_KEY6_TOKEN' -e 'key7_token=$MGR_KEY7_TOKEN' -e 'key8_token=$MGR_KEY8_TOKEN' -e 'key9_token=$MGR_KEY9_TOKEN'
# ==== secrets-in-clear-two
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop sok=ok -e 'confirm=$CONFIRM' -e 'passwd=$PASSWD'
