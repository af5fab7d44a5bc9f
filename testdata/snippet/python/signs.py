# ==== ampersand
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a&b=c&&func=user.delete"),
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
# ==== at-first
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "@/etc/passwd"),
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
# ==== backslash-double
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "\\\\host\\n\\x41"),
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
# ==== backslash-trailing
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "C:\\"),
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
# ==== backticks
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "`id`"),
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
# ==== bang
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "wow! !! !$"),
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
# ==== bang-and-quote
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "it's !wow"),
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
# ==== braces
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "{a,b} [1-3]"),
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
# ==== caret
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "^a^b"),
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
# ==== dash-first
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "-o/tmp/x"),
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
# ==== dollar-paren
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "$(id) $HOME ${HOME}"),
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
# ==== double-quote
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "say \"hi\""),
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
# ==== equals-first
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "=ls"),
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
# ==== glob
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "*.log ? [a-z]"),
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
# ==== hash-first
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "# not a comment"),
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
# ==== lt-first
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "</etc/passwd"),
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
# ==== o-brien
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "O'Brien"),
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
# ==== parens
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "(a) <b> {c}"),
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
# ==== percent-env
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "%PATH% %s %d"),
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
# ==== pipe
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a | id && id || id > x < y"),
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
# ==== quote-in-payload
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("elid", "shop"),
    ("fullname", "O'Brien"),
    ("note", "'quoted'"),
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
# ==== semicolon
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "a; id"),
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
# ==== space-edges
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", " both ends "),
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
# ==== tilde
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "~root"),
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
# ==== two-spaces
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("note", "name A  192.0.2.1"),
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
