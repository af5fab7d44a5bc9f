#!/bin/bash
# Measures the latency from the panel's write to the snippet: mgr2api -f side by side with tail -F | grep
# --line-buffered, in one run. Each follows its own log, and lines are written to the two logs alternately, so that
# neither waits for a core that the other occupies. One thread writes a line, waits for its output, and records the time
# between.
# Usage: benches/latency.sh [LINES] [LINES_A_SECOND]; needs a release build and python3.
set -eu
cd "$(dirname "$0")/.."
lines=${1:-2000} rate=${2:-200} program=${MGR2API:-target/release/mgr2api}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
exec python3 - "$lines" "$rate" "$program" "$folder" <<'PYTHON'
import os, select, signal, subprocess, sys, time

lines, rate, program, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
commands = {
    "mgr2api -f": [program, "-f", "-q", "-t", "url"],
    "tail -F | grep": ["sh", "-c", 'tail -n0 -F "$0" | grep --line-buffered "Request \\["'],
}

class Follower:
    def __init__(self, name, command):
        self.name, self.delays = name, []
        home = os.path.join(folder, str(len(name)))
        os.mkdir(home)
        self.log = open(os.path.join(home, "billmgr.log"), "ab", buffering=0)
        self.process = subprocess.Popen([*command, self.log.name], stdout=subprocess.PIPE, start_new_session=True)
        self.out = self.process.stdout.fileno()
        self.ready = select.poll()
        self.ready.register(self.out, select.POLLIN)

    def measure(self, number):
        line = b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.1][root] 'func=a.edit&elid=%d'\n" % number
        start = time.monotonic_ns()
        self.log.write(line)
        if not self.ready.poll(10_000):
            sys.exit(f"{self.name}: line {number} did not come")
        self.delays.append((time.monotonic_ns() - start) / 1e6)
        assert b"elid=%d" % number in os.read(self.out, 1 << 16)

followers = [Follower(name, command) for name, command in commands.items()]
time.sleep(1)
for number in range(lines):
    for follower in followers if number % 2 else reversed(followers):
        time.sleep(1 / rate)
        follower.measure(number)
print(f"{lines} lines each, {rate} a second; ms: median, 99th percentile")
for follower in followers:
    os.killpg(follower.process.pid, signal.SIGTERM)
    delays = sorted(follower.delays)
    print(f"{follower.name:16} {delays[len(delays) // 2]:.3f}  {delays[int(len(delays) * 0.99)]:.3f}")
PYTHON
