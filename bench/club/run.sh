#!/usr/bin/env bash
# The pages of the office, as their owner opens them.
#   bench/club/run.sh big [MEMBERS]   how long each takes at a club of 1,000,000 members with ten sales each
#   (PostgreSQL)
#   bench/club/run.sh demo            the same at the demo club (SQLite)
#   bench/club/run.sh sizes           what a first view of each transfers, with an empty cache
# VAFA_CHECK=1 lets `vafa check` read the big club afterwards; VAFA_KEEP=1 waits before it is removed.
set -euo pipefail
club=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
source "$club/../load/lib.sh"
port=${VAFA_PORT-5641} requests=${VAFA_REQUESTS-200}

begin_pages() {
  [ -x /usr/bin/chromium ] || fail "This bench needs chromium; install Debian's package chromium."
  begin_work
  dotnet build "$root/bench/Vafa.Pages" -c Release -v quiet -clp:ErrorsOnly -p:RunAnalyzers=false
}

# VERB [ARGUMENTS]: opens the pages as an owner of the club that is being served.
pages() { # CLUB DATABASE VERB …
  local postgres="" link
  [ -z "$2" ] || postgres=$(connection "$2")
  link=$(ConnectionStrings__Postgres=$postgres dotnet "$product/vafa.dll" staff create --user bench --role owner \
    --data "$1" | tail -n 1)
  echo "Load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
  dotnet "$root/bench/Vafa.Pages/bin/Release/net10.0/Vafa.Pages.dll" "$3" "$link" "$club/pages.txt" "${@:4}" || true
  echo "Load of the machine after: $(cut -d' ' -f1-3 /proc/loadavg)"
}

# A few sales of today that were really decided, so that there is a decision to look at.
sell_some() { # KEY
  local n
  for n in 11 21 31 41; do
    curl -sf -o /dev/null -X POST "http://127.0.0.1:$port/api/v1/purchases" -H "Authorization: Bearer $1" \
      -H "Idempotency-Key: bench-$n" -H 'Content-Type: application/json' --data-binary \
      "{\"member\":{\"mobile\":\"+98912$(printf %07d $n)\"},\"branch\":\"north\",\"lines\":[
        {\"sku\":\"p$n\",\"quantity\":3,\"unitPrice\":2300000},
        {\"sku\":\"p1$n\",\"quantity\":1,\"unitPrice\":900000}]}" ||
      fail "A sale was refused."
  done
}

big() {
  local members=${1-1000000}
  start_postgres work_mem=16MB max_wal_size=16GB wal_level=minimal max_wal_senders=0
  sql postgres -c 'create database vafa'
  serve "$product" "$work/club" vafa "$port"
  local key
  key=$(api_key "$work/club" vafa)
  put_programme "$port" "$key"
  stop "$pid"
  echo "Filling $members members with ten sales each…"
  sql vafa -v members="$members" -f "$club/fill.sql" >"$work/fill.log" ||
    { tail "$work/fill.log"; fail "The fill broke."; }
  echo "The club takes $(sql vafa -c "select pg_size_pretty(pg_database_size('vafa'))")."
  serve "$product" "$work/club" vafa "$port"
  sell_some "$key"
  pages "$work/club" vafa time "$requests"
  if [ -n "${VAFA_CHECK-}" ]; then
    ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" check --data "$work/club"
  fi
  [ -z "${VAFA_KEEP-}" ] || read -rp "Served at http://127.0.0.1:$port, database in $work/pg. Enter removes all of it."
}

demo() {
  dotnet "$product/vafa.dll" demo --data "$work/demo" >/dev/null
  serve "$product" "$work/demo" "" "$port"
  pages "$work/demo" "" "$@"
}

case ${1-} in
  big) begin_pages && big "${@:2}" ;;
  demo) begin_pages && demo time "$requests" ;;
  sizes) begin_pages && demo size ;;
  *) fail "Use: bench/club/run.sh big [MEMBERS] | demo | sizes" ;;
esac
