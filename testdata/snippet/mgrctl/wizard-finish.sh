# Jun 25 09:07:51 root, service.order
/usr/local/mgr5/sbin/mgrctl -m ispmgr service.order clicked_button=next datacenter=1 pricelist=3 snext=ok
# Jun 25 09:07:51 root, service.order, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr service.order clicked_button=finish datacenter=1 period=1 pricelist=3 sok=ok
