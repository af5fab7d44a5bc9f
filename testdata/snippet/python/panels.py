# ==== billmgr
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "processing.edit"),
    ("clicked_button", "ok"),
    ("cluster", "1"),
    ("datacenter", "1"),
    ("department", "2"),
    ("elid", "14"),
    ("login", "n.admin@example.com"),
    ("name", "test-5_changer"),
    ("orderpriority", "4"),
    ("sok", "ok"),
    ("url", "https://vm-1.example.com"),
    ("su", "admin"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/billmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== ispmgr
import json, os, ssl
import urllib.parse, urllib.request
# Feb  6 08:08:07 root, domain.edit
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "domain.edit"),
    ("clicked_button", "ok"),
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
# Nov 18 09:27:23 root, progress.get
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "progress.get"),
    ("elid", "yes_form1479439520235"),
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
import os, ssl
import urllib.parse, urllib.request
# Jan 13 13:05:01 root, problems.autosolve
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "problems.autosolve"),
    ("out", "text"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/ispmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
print(answer)
import json, os, ssl
import urllib.parse, urllib.request
# Jan 13 13:05:02 shop, domain.record.edit, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "domain.record.edit"),
    ("clicked_button", "ok"),
    ("elid", "shop.example TXT  v=spf1 ~all"),
    ("name", "@"),
    ("plid", "shop.example"),
    ("rtype", "txt"),
    ("sok", "ok"),
    ("ttl", "3600"),
    ("value", "v=spf1 include:_spf.example.net ~all"),
    ("su", "shop"),
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
# Jan 13 13:05:09 shop, webdomain.delete, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "webdomain.delete"),
    ("elid", "shop.example"),
    ("su", "shop"),
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
# Jan 13 13:06:40 shop, user.edit, changes data, without masked confirm, without masked passwd
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.edit"),
    ("clicked_button", "ok"),
    ("fullname", "Иван \"О'Нил\""),
    ("limit", "*"),
    ("name", "ivan"),
    ("note", "line one\r\nline two"),
    ("sok", "ok"),
    ("su", "shop"),
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
# ==== vmmgr
import json, os, ssl
import urllib.parse, urllib.request
# Jun 24 07:23:55 root, vm.migrate, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "vm.migrate"),
    ("elid", "617, 618"),
    ("out", "json"),
]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
data = urllib.parse.urlencode(form).encode()
url = "https://localhost:1500/vmmgr"
with urllib.request.urlopen(url, data, context=context) as response:
    answer = response.read().decode(errors="replace")
if "error" in json.loads(answer).get("doc", {}):
    raise RuntimeError(answer)
print(answer)
# ==== windows
import json, os, ssl
import urllib.parse, urllib.request
# Feb 06 08:08:07 root, user.edit, changes data
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
# ==== plain
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, user.edit, changes data
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
# Jun 25 09:07:51 root, user.suspend, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.suspend"),
    ("elid", "shop"),
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
