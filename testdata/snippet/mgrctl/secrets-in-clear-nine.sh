# Jun 25 09:07:51 root, account.import
/usr/local/mgr5/sbin/mgrctl -m ispmgr account.import -e 'key1_token=$MGR_KEY1_TOKEN' -e 'key2_token=$MGR_KEY2_TOKEN' -e 'key3_token=$MGR_KEY3_TOKEN' -e 'key4_token=$MGR_KEY4_TOKEN' -e 'key5_token=$MGR_KEY5_TOKEN' -e 'key6_token=$MGR_KEY6_TOKEN' -e 'key7_token=$MGR_KEY7_TOKEN' -e 'key8_token=$MGR_KEY8_TOKEN' -e 'key9_token=$MGR_KEY9_TOKEN'
