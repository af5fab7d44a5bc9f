import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, service.order
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "service.order"),
    ("clicked_button", "next"),
    ("datacenter", "1"),
    ("pricelist", "3"),
    ("snext", "ok"),
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
# Jun 25 09:07:51 root, service.order, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "service.order"),
    ("clicked_button", "finish"),
    ("datacenter", "1"),
    ("period", "1"),
    ("pricelist", "3"),
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
