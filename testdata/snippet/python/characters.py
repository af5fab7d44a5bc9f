# ==== backspace-and-delete
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "rm\u0008\u007f"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== bidi
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\u202egnp.exe"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== c1-csi
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "\u009b31mred"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== combining
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "e\u0301"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== crlf-in-value
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "line one\r\nline two"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== cyrillic
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("fullname", "Иван «О'Нил»"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== emoji
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "ok 👍 👩\u200d💻"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== esc-osc52
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "\u001b]52;c;cm0gLXJm\u0007"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== invalid-utf8
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", b"\xff\xfe \xc3"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== latin1
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", b"caf\xe9"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== line-separator
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\u2028b\u0085c"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== newline
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "line one\nline two"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== no-break-space
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\u00a0b\u3164c"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== nul-byte
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\u0000b"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== overlong-utf8
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", b"\xc0\xaf\xed\xa0\x80"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== paste-end
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "\u001b[201~touch pwned\n"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== raw-c1-byte
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", b"\x9b31mred"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== raw-control-bytes
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("elid", "shop"),
    ("note", b"a\x07b\x08c\x1bd\x7fe\x9bf"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== raw-utf8-not-encoded
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("elid", "shop"),
    ("fullname", "Иван"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== tab
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\tb"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== trailing-newline
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "ends with two\n\n"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== zero-width
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a\u200bb\ufeffc\u00add"),
    ("sok", "ok"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
