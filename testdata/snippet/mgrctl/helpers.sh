# Jun 25 09:07:51 root, user
/usr/local/mgr5/sbin/mgrctl -m ispmgr user clickstat=on elname=shop newwindow=yes p_cnt=50 p_num=1 tab_id=7 zoom-name=x
