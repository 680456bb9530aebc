#!/usr/bin/env bash
# Looks up what is known of every library the program is shipped with; called as ./mingzhang vulnerabilities.
#   ./mingzhang vulnerabilities             asks osv.dev
#   ./mingzhang vulnerabilities all.zip     looks into the file that osv.dev hands out for Maven, fetched before
#   ./mingzhang vulnerabilities all.zip --write src/test/resources/release/advisories.tsv
#                                           renews the list that each build checks the shipped libraries against
# Exit codes: 0 nothing is known, 1 something is, 2 it could not be looked up.
set -euo pipefail
file=${1:+$(readlink -f "$1")}
list=${3:+$(readlink -f "$3")}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:?call it as ./mingzhang vulnerabilities}/bin/java
[ -f target/bom.json ] && [ ! pom.xml -nt target/bom.json ] || scripts/sbom.sh >/dev/null
[ -n "$(find target/test-classes -name OsvFile.class -print -quit 2>/dev/null)" ] || mvn -B -q -Dspotless.check.skip=true test-compile
exec "$java" -cp "target/test-classes:target/lib/*" org.mingzhang.release.Vulnerabilities target/bom.json ${file:+"$file"} ${list:+--write "$list"}
