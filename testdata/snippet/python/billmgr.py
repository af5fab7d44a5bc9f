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
