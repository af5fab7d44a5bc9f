# ==== backspace-and-delete
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=rm%08%7F&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== bidi
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%E2%80%AEgnp.exe&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== c1-csi
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%C2%9B31mred&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== combining
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=e%CC%81&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== crlf-in-value
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=line%20one%0D%0Aline%20two&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== cyrillic
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&fullname=%D0%98%D0%B2%D0%B0%D0%BD%20%C2%AB%D0%9E%27%D0%9D%D0%B8%D0%BB%C2%BB&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== emoji
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=ok%20%F0%9F%91%8D%20%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== esc-osc52
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%1B%5D52%3Bc%3Bcm0gLXJm%07&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== invalid-utf8
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%FF%FE%20%C3&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== latin1
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=caf%E9&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== line-separator
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%E2%80%A8b%C2%85c&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== newline
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=line%20one%0Aline%20two&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== no-break-space
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%C2%A0b%E3%85%A4c&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== nul-byte
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%00b&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== overlong-utf8
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%C0%AF%ED%A0%80&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== paste-end
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%1B%5B201%7Etouch%20pwned%0A&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== raw-c1-byte
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=%9B31mred&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== raw-control-bytes
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&note=a%07b%08c%1Bd%7Fe%9Bf&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== raw-utf8-not-encoded
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&elid=shop&fullname=%D0%98%D0%B2%D0%B0%D0%BD&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== tab
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%09b&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== trailing-newline
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=ends%20with%20two%0A%0A&sok=ok&out=json' https://localhost:1500/ispmgr
# ==== zero-width
# Jun 25 09:07:51 root, user.edit, changes data
test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=user.edit&clicked_button=ok&elid=shop&note=a%E2%80%8Bb%EF%BB%BFc%C2%ADd&sok=ok&out=json' https://localhost:1500/ispmgr
