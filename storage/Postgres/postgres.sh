# shellcheck shell=bash
# A PostgreSQL server for tests and benchmarks. Sourced by `sems` and `tests/run`, which bring say and fail. Starting one, in a
# temporary directory, is bench/Processes/PostgresServer.cs.

: "${root:?}"

postgres_found() {
  local directory
  command -v initdb >/dev/null 2>&1 && return
  for directory in /usr/lib/postgresql/*/bin /usr/local/lib/postgresql/*/bin; do
    [ -x "$directory/initdb" ] && return
  done
  return 1
}

# Debian's package makes a cluster of its own and starts it, unless it is told not to.
postgres_install() {
  local settings=/etc/postgresql-common/createcluster.conf
  mkdir -p "${settings%/*}"
  grep -qs '^create_main_cluster' $settings || echo 'create_main_cluster = false' >>$settings
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql
}

# Sees to it that there is a server to start; fails, saying what to do, where there is none.
postgres_needed() {
  postgres_found && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    fail "there is no PostgreSQL server here and the storage must be tested on one: install it (on Debian, as root: apt-get install postgresql)"
  fi
  say "there is no PostgreSQL server here: installing Debian's (the package starts none)"
  mkdir -p "$root/.sems"
  postgres_install >"$root/.sems/postgres.log" 2>&1 || { tail -20 "$root/.sems/postgres.log" >&2; fail "PostgreSQL could not be installed: see .sems/postgres.log"; }
  postgres_found || fail "PostgreSQL was installed but initdb is not found: see .sems/postgres.log"
}
