# shellcheck shell=bash
# The web workspace's own work: checks, unit tests, tests in a browser, pictures. Sourced by `sems` and `tests/run`, which bring say and fail.

: "${root:?}"

browser_found() {
  [ -n "${CHROMIUM:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null 2>&1
}

# Sees to it that there is a browser, and letters to write Chinese with.
browser_needed() {
  browser_found && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    fail "there is no Chromium here and the pages must be tested in one: install it (on Debian, as root: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path"
  fi
  say "there is no Chromium here: installing Debian's"
  mkdir -p "$root/.sems"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >"$root/.sems/chromium.log" 2>&1 ||
    { tail -20 "$root/.sems/chromium.log" >&2; fail "Chromium could not be installed: see .sems/chromium.log"; }
}

# node_modules, where the lock file has changed since.
web_restore() {
  [ "$root/web/node_modules/.package-lock.json" -nt "$root/web/package-lock.json" ] && return
  say "npm ci in web/"
  (cd "$root/web" && npm ci --no-audit --no-fund --loglevel=error) && touch "$root/web/node_modules/.package-lock.json"
}

# The types of the API, from the gateway's own document; then types and style of everything in web/.
web_check() { # the gateway's program
  web_restore || return
  dotnet "$1" openapi "$root/web/openapi.json" >/dev/null || return
  (cd "$root/web" && npm run --silent types >/dev/null && npm run --silent check)
}

web_unit() {
  web_restore && (cd "$root/web" && npm test --silent -- --reporter=default --reporter=json --outputFile=../.sems/unit.json)
}

web_browser() { # arguments of playwright…
  browser_needed
  web_restore && (cd "$root/web" && npx playwright test "$@")
}
