#!/usr/bin/env bash
# Fuzzes the parsers of untrusted input; called as ./mingzhang fuzz.
#   ./mingzhang fuzz TARGET [RUNS] [MOST_BYTES]   with Jazzer, coverage-guided: 100000 runs, inputs up to 400 bytes
#   ./mingzhang fuzz --fast TARGET [RUNS]         random mutations without coverage, ten times as fast
# TARGET is a folder of src/test/resources/fuzz, or all. An input that makes a target fail is written there as
# crash-…, and FuzzTest replays it from then on. Inputs that increase coverage are collected in target/fuzz/TARGET
# and are the seeds of the next run in both modes.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$home"
java=${JAVA_HOME:?call it as ./mingzhang fuzz}/bin/java

fast=
if [ "${1:-}" = --fast ]; then fast=1; shift; fi
target=${1:?usage: ./mingzhang fuzz [--fast] TARGET|all [RUNS] [MOST_BYTES]}
runs=${2:-100000}
most=${3:-400}
seeds=src/test/resources/fuzz

mvn -B -q -Pfuzz -Dspotless.check.skip=true test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/fuzz.classpath
options=(-Xmx1g -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED
  -cp "target/test-classes:target/classes:$(cat target/fuzz.classpath)")

one() {
  mkdir -p "target/fuzz/$1"
  if [ -n "$fast" ]; then
    "$java" "${options[@]}" org.mingzhang.fuzz.FuzzRun "$1" "$runs" "target/fuzz/$1"
    return
  fi
  "$java" "${options[@]}" com.code_intelligence.jazzer.Jazzer \
    --target_class=org.mingzhang.fuzz.JazzerEntry --target_args="$1" \
    --instrumentation_includes='org.mingzhang.**' \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal:com.code_intelligence.jazzer.sanitizers.RegexInjection \
    --reproducer_path=target/fuzz -artifact_prefix="$seeds/$1/" \
    -runs="$runs" -max_len="$most" -timeout=180 -rss_limit_mb=0 "target/fuzz/$1" "$seeds/$1"
}

if [ "$target" = all ]; then
  for folder in "$seeds"/*/; do one "$(basename "$folder")"; done
else
  one "$target"
fi
