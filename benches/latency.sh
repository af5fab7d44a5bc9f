#!/bin/bash
# From the panel's write to the snippet: mgr2api -f side by side with tail -F | grep --line-buffered, in one run.
# A line carries the time it was written at; what comes out is read by one reader that stamps it.
# Usage: benches/latency.sh [LINES] [LINES_A_SECOND]; needs a release build and python3.
set -eu
cd "$(dirname "$0")/.."
lines=${1:-2000} rate=${2:-200} program=${MGR2API:-target/release/mgr2api}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
exec python3 - "$lines" "$rate" "$program" "$folder" <<'PYTHON'
import subprocess, sys, threading, time, os, re

lines, rate, program, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
log = os.path.join(folder, "billmgr.log")
open(log, "w").close()
commands = {
    "mgr2api -f": [program, "-f", "-q", "-t", "url", log],
    "tail -F | grep": ["sh", "-c", 'tail -n0 -F "$0" | grep --line-buffered "Request \\["', log],
}
delays = {name: [] for name in commands}

def reader(name, pipe):
    for line in pipe:
        now = time.monotonic_ns()
        found = re.search(rb"at=(\d+)", line)
        if found:
            delays[name].append((now - int(found.group(1))) / 1e6)

running = []
for name, command in commands.items():
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    thread = threading.Thread(target=reader, args=(name, process.stdout), daemon=True)
    thread.start()
    running.append((process, thread))
time.sleep(1)
with open(log, "ab", buffering=0) as out:
    for number in range(lines):
        out.write(b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.1][root] 'func=a.edit&at=%d'\n" % time.monotonic_ns())
        time.sleep(1 / rate)
time.sleep(1)
for process, _ in running:
    os.killpg(process.pid, 15)
print(f"{lines} lines, {rate} a second; ms: median, 99th percentile")
for name, times in delays.items():
    times.sort()
    print(f"{name:16} {len(times)} lines  {times[len(times) // 2]:.3f}  {times[int(len(times) * 0.99)]:.3f}")
PYTHON
