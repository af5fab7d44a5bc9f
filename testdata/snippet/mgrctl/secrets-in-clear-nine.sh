# Jun 25 09:07:51 root: account.import
/usr/local/mgr5/sbin/mgrctl -m ispmgr account.import -e 'key1_token=$KEY1_TOKEN' -e 'key2_token=$KEY2_TOKEN' -e 'key3_token=$KEY3_TOKEN' -e 'key4_token=$KEY4_TOKEN' -e 'key5_token=$KEY5_TOKEN' -e 'key6_token=$KEY6_TOKEN' -e 'key7_token=$KEY7_TOKEN' -e 'key8_token=$KEY8_TOKEN' -e 'key9_token=$KEY9_TOKEN'
