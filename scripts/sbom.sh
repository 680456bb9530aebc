#!/usr/bin/env bash
# Writes the bill of materials (CycloneDX 1.6, JSON) of what the program is shipped with to target/bom.json, as each
# build does that is not told to stay offline; called as ./mingzhang sbom.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom
echo target/bom.json
