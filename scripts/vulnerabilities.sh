#!/usr/bin/env bash
# Asks the open database of vulnerabilities (osv.dev) for every library the program is shipped with; called as
# ./mingzhang vulnerabilities. Exits with 1 if one is known to be vulnerable.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:?call it as ./mingzhang vulnerabilities}/bin/java
scripts/sbom.sh >/dev/null
mvn -B -q -Dspotless.check.skip=true test-compile
exec "$java" -cp target/test-classes org.mingzhang.release.Vulnerabilities target/mingzhang.cdx.json
