# ==== credential-auth
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user"),
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
# ==== credential-authinfo
import os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user"),
    ("out", "xml"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "<error" in answer:
    raise RuntimeError(answer)
print(answer)
import os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user"),
    ("out", "xml"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "<error" in answer:
    raise RuntimeError(answer)
print(answer)
# ==== credential-sesid
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, session.delete, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "session.delete"),
    ("elid", "1"),
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
# ==== masked
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data, without masked zpasswd
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("fullname", "Ann Example"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data, without masked confirm, without masked passwd
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
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
# ==== masked-func
# ==== masked-star-typed
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop"),
    ("limit", "*"),
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
# ==== secret-in-clear
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, ipmi.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "ipmi.edit"),
    ("clicked_button", "ok"),
    ("elid", "4"),
    ("ipmipass", os.environ["IPMIPASS"]),
    ("ipmiuser", "admin"),
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
# ==== secrets-in-clear-nine
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, account.import, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "account.import"),
    ("key1_token", os.environ["MGR_KEY1_TOKEN"]),
    ("key2_token", os.environ["MGR_KEY2_TOKEN"]),
    ("key3_token", os.environ["MGR_KEY3_TOKEN"]),
    ("key4_token", os.environ["MGR_KEY4_TOKEN"]),
    ("key5_token", os.environ["MGR_KEY5_TOKEN"]),
    ("key6_token", os.environ["MGR_KEY6_TOKEN"]),
    ("key7_token", os.environ["MGR_KEY7_TOKEN"]),
    ("key8_token", os.environ["MGR_KEY8_TOKEN"]),
    ("key9_token", os.environ["MGR_KEY9_TOKEN"]),
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
# ==== secrets-in-clear-two
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("confirm", os.environ["CONFIRM"]),
    ("elid", "shop"),
    ("passwd", os.environ["PASSWD"]),
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
