import json, os, ssl
import urllib.parse, urllib.request
# Dec 31 23:59:59 root, user.suspend, changes data
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
import json, os, ssl
import urllib.parse, urllib.request
# Jan  1 00:00:00 root, user.resume, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "user.resume"),
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
