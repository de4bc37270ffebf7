#!/usr/bin/env bash
# A private PostgreSQL for tests and benchmarks, in a folder of its own and reached by its socket there.
#   scripts/postgres.sh start DIR [--durable] [NAME=VALUE …]   prints the connection string (DIR must not exist)
#   scripts/postgres.sh stop DIR                stops it and removes DIR
# Without --durable nothing waits for the disk: right for tests that throw the database away, wrong for crash tests.
set -euo pipefail

fail() {
  printf '%s\n' "$*" >&2
  exit 3
}

binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(dirname "$(command -v initdb || true)" 2>/dev/null)
  [ -x "$found/initdb" ] || fail "PostgreSQL is missing; install Debian's package postgresql."
  echo "$found"
}

# initdb refuses to run as root, so root hands over to Debian's user postgres.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && "$@")
  fi
}

start() {
  : "${1:?DIR}"
  local dir=$1 bin setting settings=(fsync=off synchronous_commit=off full_page_writes=off) options=""
  shift
  [ "${1-}" != --durable ] || { settings=(); shift; }
  settings=(listen_addresses= max_connections=300 timezone=UTC shared_buffers=256MB "${settings[@]}" "$@")
  for setting in "${settings[@]}"; do
    options+=" -c '$setting'"
  done
  bin=$(binaries)
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  [ ${#dir} -le 80 ] || fail "The folder $dir has too long a name for PostgreSQL's socket."
  [ "$(id -u)" -ne 0 ] || chown postgres "$dir"
  chmod 755 "$dir"
  as_owner "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir.log" 2>&1 ||
    { cat "$dir.log" >&2; rm -rf "$dir" "$dir.log"; fail "initdb failed; its words stand above."; }
  as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -t 60 \
    -o "-k '$dir'$options" \
    start >>"$dir.log" 2>&1 </dev/null || {
    cat "$dir.log" "$dir/data/server.log" >&2
    rm -rf "$dir" "$dir.log"
    fail "PostgreSQL did not start; its words stand above."
  }
  rm -f "$dir.log"
  echo "Host=$dir;Username=postgres;Database=postgres"
}

stop() {
  local dir=$1
  [ -d "$dir/data" ] || return 0
  as_owner "$(binaries)/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$dir"
}

case ${1-} in
  start) start "${@:2}" ;;
  stop) stop "${2:?DIR}" ;;
  *) fail "Use: scripts/postgres.sh start DIR [--durable] | stop DIR" ;;
esac
