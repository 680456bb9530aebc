#!/usr/bin/env bash
# Load tests of a portal; called as ./mingzhang load.
#   ./mingzhang load [NOMINAL] [SECONDS]      starts a portal on the samples, waits until it is ready, sends NOMINAL
#                                             requests a second (10), ten and thirty times that, SECONDS (60) each
#   ./mingzhang load soak [SECONDS] [RATE]    the same portal for SECONDS (900) at RATE (100) while files of its folder
#                                             change and are indexed: how heap, threads and files grow, with an interval
#   ./mingzhang load neighbours [SECONDS] [RATE] [NEIGHBOURS] [FOLDER]
#                                             the same portal for SECONDS (60) at RATE (10) while NEIGHBOURS (8) clients send
#                                             the most expensive requests and the worst files are read, with those of FOLDER
#   ./mingzhang load URL RATE:SECONDS…        a running portal
# Requests from this machine are not rate limited; rejected requests exceed the limits of the server as a whole.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:?call it as ./mingzhang load}/bin/java
work=$(mktemp -d)
classes=${MINGZHANG_TEST_CLASSES:-target/test-classes}
trap 'status=$?; for p in ${server:-} ${others:-}; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"; exit $status' EXIT

[ -n "$(find "$classes" -name Visits.class -print -quit 2>/dev/null)" ] || mvn -B -q -Dspotless.check.skip=true test-compile
run() { "$java" -Xmx512m -cp "$classes" "$@"; }

# Starts a portal that watches a copy of the samples, and waits until it is warm and has indexed them.
portal() {
  ./mingzhang --version >/dev/null # builds what is missing, which may take longer than a start
  mkdir "$work/files"
  cp -r samples/. "$work/files/"
  ./mingzhang serve --port 0 --data "$work/data" "$@" "$work/files" >"$work/serve.log" 2>&1 &
  server=$!
  for _ in $(seq 600); do
    origin=$(sed -n 's/.*serves \(http[^ ]*\).*/\1/p' "$work/serve.log")
    [ -n "$origin" ] && curl -s "$origin/health/ready" 2>/dev/null | grep -qx ready && return
    kill -0 "$server" 2>/dev/null || { cat "$work/serve.log" >&2; exit 1; }
    sleep 0.5
  done
  echo "the portal was not ready in time" >&2
  exit 1
}

case "${1:-}" in
  http*)
    run org.mingzhang.load.Load "$@"
    ;;
  soak)
    seconds=${2:-900} rate=${3:-100}
    portal --watch
    run org.mingzhang.load.Changing "$work/files/changing" samples/样本市西岭县总工会2024年度部门决算.txt "$seconds" & others=$!
    run org.mingzhang.load.Load "$origin" "$rate:$seconds" & load=$!
    others="$others $load"
    run org.mingzhang.load.Soak "$origin" "$server" "$seconds"
    wait "$load"
    echo "responses by status: $(grep -oh '"status":[0-9]*' "$work"/data/access.log* | sort | uniq -c | tr -s ' \n' ' ')"
    grep ' ERROR ' "$work/serve.log" | head -5 || true
    echo "files indexed meanwhile: $(grep -c '^indexed\|^replaced' "$work/serve.log")"
    ;;
  neighbours)
    seconds=${2:-60} rate=${3:-10} neighbours=${4:-8}
    portal --watch
    echo "processors: $(nproc), load average before: $(cut -d ' ' -f 1 /proc/loadavg)"
    run org.mingzhang.load.Load "$origin" "~$rate:5" "$rate:$seconds"
    if [ -n "${5:-}" ]; then cp -r "$5" "$work/files/given"; fi
    run org.mingzhang.load.Neighbors "$origin" "$neighbours" "$((seconds + 15))" "$work/files/hostile" & others=$!
    sleep 10
    run org.mingzhang.load.Load "$origin" "~$rate:3" "$rate:$seconds"
    wait "$others"
    others=
    grep ' ERROR ' "$work/serve.log" | head -5 || true
    echo "files read meanwhile: $(grep -c '^indexed\|^replaced\|^refused' "$work/serve.log")"
    ;;
  *)
    nominal=${1:-10} seconds=${2:-60}
    portal
    echo "processors: $(nproc), load average before: $(cut -d ' ' -f 1 /proc/loadavg)"
    run org.mingzhang.load.Load "$origin" "~$nominal:5" "$nominal:$seconds" "$((nominal * 10)):$seconds" "$((nominal * 30)):$seconds"
    ;;
esac
