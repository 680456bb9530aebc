# Installs what the tests need beyond Maven and a JDK: a browser and fonts for pages, Tesseract for scans,
# PostgreSQL for shared ledgers. Sourced by ./mingzhang test.
# Where packages cannot be installed, the tests that need them are skipped and named.

mingzhang_missing=()
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || mingzhang_missing+=(chromium)
command -v tesseract >/dev/null 2>&1 || mingzhang_missing+=(tesseract-ocr)
tesseract --list-langs 2>/dev/null | grep -qx chi_sim || mingzhang_missing+=(tesseract-ocr-chi-sim)
[ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || mingzhang_missing+=(fonts-noto-cjk)
command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || mingzhang_missing+=(postgresql)

if [ "${#mingzhang_missing[@]}" -gt 0 ]; then
  mingzhang_apt=(apt-get)
  [ "$(id -u)" = 0 ] || mingzhang_apt=(sudo -n apt-get)
  if command -v apt-get >/dev/null 2>&1; then
    say "mingzhang: installing ${mingzhang_missing[*]} for the tests…"
    { "${mingzhang_apt[@]}" update -qq \
      && DEBIAN_FRONTEND=noninteractive "${mingzhang_apt[@]}" install -y -qq --no-install-recommends "${mingzhang_missing[@]}"; } \
      >/dev/null 2>&1 \
      || say "mingzhang: could not install ${mingzhang_missing[*]}; the tests that need them are skipped"
  else
    say "mingzhang: please install ${mingzhang_missing[*]}; the tests that need them are skipped until then"
  fi
fi
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
