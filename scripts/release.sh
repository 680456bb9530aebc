#!/usr/bin/env bash
# Builds a release: target/release/mingzhang-VERSION.zip with launcher, jar, libraries, samples and documents,
# the list of its libraries (CycloneDX) and SHA256SUMS over both. The same commit gives the same bytes.
# Called as ./mingzhang release [--skip-build].
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$home"
say() { printf '%s\n' "$*" >&2; }

for tool in mvn zip sha256sum git; do
  command -v "$tool" >/dev/null 2>&1 || { say "release: $tool is missing"; exit 3; }
done
[ -z "$(git status --porcelain --untracked-files=no)" ] || { say "release: there are changes that are not committed"; exit 2; }

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml | head -n 1)
name=mingzhang-$version
if [ "${1:-}" != --skip-build ]; then
  mvn -B -q --no-transfer-progress -DskipTests clean package
fi
[ -f target/mingzhang.jar ] || { say "release: target/mingzhang.jar is missing; run without --skip-build"; exit 2; }

out=$home/target/release
rm -rf "$out"
mkdir -p "$out/$name/target"
cp -p target/mingzhang.jar "$out/$name/target/"
cp -rp target/lib "$out/$name/target/"
git archive HEAD mingzhang samples docs README.md README.zh.md CHANGES.md SECURITY.md LICENSE | tar -x -C "$out/$name"

# Fixed timestamps and order of entries, so that the archive is reproducible.
stamp=$(git log -1 --format=%ct)
find "$out/$name" -exec touch -d "@$stamp" {} +
(cd "$out" && find "$name" | LC_ALL=C sort | TZ=UTC zip -q -X -@ "$name.zip")
rm -rf "${out:?}/$name"
[ ! -f target/bom.json ] || cp target/bom.json "$out/$name.cdx.json"
(cd "$out" && sha256sum mingzhang-* >SHA256SUMS)
say "release: $out"
cat "$out/SHA256SUMS"
