# Jun 25 09:07:51 root, ipmi.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr ipmi.edit clicked_button=ok elid=4 ipmiuser=admin sok=ok -e 'ipmipass=$IPMIPASS'
