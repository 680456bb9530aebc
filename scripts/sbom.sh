#!/usr/bin/env bash
# Writes the bill of materials of the distribution (CycloneDX 1.6, JSON) to target/bom.json, as each online build does;
# called as ./mingzhang sbom.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom
echo target/bom.json
