import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, move, changes data
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "move"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, type
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "type"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, self
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "self"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, main
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "main"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, 2fa
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "2fa"),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, ..
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", ".."),
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
import json, os, ssl
import urllib.parse, urllib.request
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
form = [
    ("authinfo", os.environ["MGR_AUTHINFO"]),
    ("func", "имя"),
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
