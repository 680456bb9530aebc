#!/usr/bin/env bash
# Asks a running portal more than it likes; called as ./mingzhang load.
#   ./mingzhang load URL RATE SECONDS    RATE requests a second, whatever the answers take: counts and latencies
#   ./mingzhang load soak URL SECONDS    at 20 requests a second: how heap, threads and files of the server grow
# Requests from the machine itself have no limit of their own; what is turned away is for the server as a whole.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:?call it as ./mingzhang load}/bin/java
[ $# -ge 3 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ -d target/test-classes/org/mingzhang/load ] || mvn -B -q -Dspotless.check.skip=true test-compile
run() { "$java" -Xmx512m -cp target/test-classes "$@"; }
if [ "$1" = soak ]; then
  run org.mingzhang.load.Load "$2" 20 "$3" & load=$!
  run org.mingzhang.load.Soak "$2" "$3"
  wait "$load"
else
  run org.mingzhang.load.Load "$1" "$2" "$3"
fi
