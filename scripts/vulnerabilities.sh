#!/usr/bin/env bash
# Looks up known vulnerabilities of all shipped libraries; called as ./mingzhang vulnerabilities.
#   ./mingzhang vulnerabilities             asks osv.dev
#   ./mingzhang vulnerabilities all.zip     uses osv.dev's file for Maven, downloaded before
#   ./mingzhang vulnerabilities all.zip --write src/test/resources/release/advisories.tsv
#                                           updates the list against which each build checks the shipped libraries
# Exit codes: 0 no known vulnerabilities, 1 vulnerabilities found, 2 the lookup failed.
set -euo pipefail
file=${1:+$(readlink -f "$1")}
list=${3:+$(readlink -f "$3")}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:?call it as ./mingzhang vulnerabilities}/bin/java
[ -f target/bom.json ] && [ ! pom.xml -nt target/bom.json ] || scripts/sbom.sh >/dev/null
[ -n "$(find target/test-classes -name OsvFile.class -print -quit 2>/dev/null)" ] || mvn -B -q -Dspotless.check.skip=true test-compile
exec "$java" -cp "target/test-classes:target/lib/*" org.mingzhang.release.Vulnerabilities target/bom.json ${file:+"$file"} ${list:+--write "$list"}
