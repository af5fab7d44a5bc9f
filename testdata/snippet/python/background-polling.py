import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, dashboard.info
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "dashboard.info"),
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
# Jun 25 09:07:51 root, progress.get
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, whoami
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "whoami"),
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
# Jun 25 09:07:51 root, longtask.list
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "longtask.list"),
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
