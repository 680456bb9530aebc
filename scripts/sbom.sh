#!/usr/bin/env bash
# Writes the bill of materials (CycloneDX 1.6, JSON) of what the program is shipped with to
# target/mingzhang.cdx.json; called as ./mingzhang sbom. Maven must be online, which the build need not be:
# that is why this is a command of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom \
  -DoutputName=mingzhang.cdx -DoutputFormat=json -DincludeTestScope=false
echo target/mingzhang.cdx.json
