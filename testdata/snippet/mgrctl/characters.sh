# ==== backspace-and-delete
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=rm\010\177' sok=ok
# ==== bidi
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\342\200\256gnp.exe' sok=ok
# ==== c1-csi
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\302\23331mred' sok=ok
# ==== combining
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=e\314\201' sok=ok
# ==== crlf-in-value
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=line one\r\nline two' sok=ok
# ==== cyrillic
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop 'fullname=Иван «О'\''Нил»' sok=ok
# ==== emoji
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=ok 👍 👩\342\200\215💻' sok=ok
# ==== esc-osc52
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\033]52;c;cm0gLXJm\007' sok=ok
# ==== invalid-utf8
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\377\376 \303' sok=ok
# ==== latin1
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=caf\351' sok=ok
# ==== line-separator
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\342\200\250b\302\205c' sok=ok
# ==== newline
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=line one\nline two' sok=ok
# ==== no-break-space
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\302\240b\343\205\244c' sok=ok
# ==== nul-byte
# ==== overlong-utf8
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\300\257\355\240\200' sok=ok
# ==== paste-end
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\033[201~touch pwned\n' sok=ok
# ==== raw-c1-byte
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=\23331mred' sok=ok
# ==== raw-control-bytes
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop $'note=a\007b\010c\033d\177e\233f' sok=ok
# ==== raw-utf8-not-encoded
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=shop 'fullname=Иван' sok=ok
# ==== tab
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\tb' sok=ok
# ==== trailing-newline
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=ends with two\n\n' sok=ok
# ==== zero-width
# Jun 25 09:07:51 root, user.edit, changes data
/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit clicked_button=ok elid=shop $'note=a\342\200\213b\357\273\277c\302\255d' sok=ok
