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
