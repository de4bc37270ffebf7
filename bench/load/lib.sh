# Sourced by the benches of this folder: a private durable PostgreSQL, a club with members and offers, and one round of
# load on either side. Everything runs on this machine and ends with the shell that started it.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../../scripts/build.sh"
export ASPNETCORE_ENVIRONMENT=Production
work=${VAFA_LOAD_DIR:-/tmp/vafa-load}
started=()
typical=()
huge_pages=/proc/sys/vm/nr_hugepages
huge_pages_before=

need() {
  command -v "$1" >/dev/null || fail "This bench needs $1; install Debian's package $2."
}

stop() { # PID
  kill "$1" 2>/dev/null && wait "$1" 2>/dev/null || true
}

finish() {
  for pid in "${started[@]}"; do
    stop "$pid"
  done
  [ ! -d "$work/pg" ] || "$root/scripts/postgres.sh" stop "$work/pg"
  rm -rf "$work"
  [ -z "$huge_pages_before" ] || echo "$huge_pages_before" >"$huge_pages"
}

begin() {
  need wrk wrk
  need pgbench postgresql-contrib
  begin_work
}

# An empty work folder that is gone afterwards, and a built product (VAFA_PRODUCT names one that is built already).
begin_work() {
  need curl curl
  [ ! -e "$work" ] || fail "$work is there already: is another bench running? If not, remove it."
  product=${VAFA_PRODUCT-}
  [ -n "$product" ] || build_product
  widen_nursery
  mkdir -p "$work"
  trap finish EXIT
  trap 'exit 130' INT TERM
}

# Every process of pgbench maps the shared memory anew. On a virtual machine each first touch of a small page costs so
# much that 32 fresh processes sold a quarter of what they do with huge ones, so those are used where they may be.
reserve_huge_pages() { # MEGABYTES
  [ -w "$huge_pages" ] || return 0
  huge_pages_before=$(cat "$huge_pages")
  echo $((huge_pages_before + $1 / 2)) >"$huge_pages"
}

start_postgres() {
  reserve_huge_pages 4600
  "$root/scripts/postgres.sh" start "$work/pg" --durable \
    shared_buffers=4GB max_wal_size=8GB checkpoint_timeout=15min "$@" >/dev/null
}

sql() { # DATABASE, then arguments of psql
  psql -h "$work/pg" -U postgres -qAtX -v ON_ERROR_STOP=1 -d "$@"
}

connection() { # DATABASE
  echo "Host=$work/pg;Username=postgres;Database=$1"
}

# Starts a node and waits until it answers. CLUB is a folder; DATABASE "" means SQLite. Sets $pid.
serve() { # PRODUCT CLUB DATABASE PORT
  local postgres=""
  [ -z "$3" ] || postgres=$(connection "$3")
  ConnectionStrings__Postgres=$postgres dotnet "$1/vafa.dll" serve --data "$2" --urls "http://127.0.0.1:$4" \
    >>"$work/serve-$4.log" 2>&1 &
  pid=$!
  started+=("$pid")
  for _ in $(seq 300); do
    ! curl -s -o /dev/null "http://127.0.0.1:$4/health" || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$work/serve-$4.log" >&2
  fail "Vafa did not start; its words stand above."
}

api_key() { # CLUB DATABASE
  local postgres=""
  [ -z "$2" ] || postgres=$(connection "$2")
  ConnectionStrings__Postgres=$postgres dotnet "$product/vafa.dll" apikey create --name bench --scope all --data "$1" |
    tail -n 1
}

put_programme() { # PORT KEY [FILE]
  local path json answer
  while IFS=$'\t' read -r path json; do
    answer=$(curl -s -w '\n%{http_code}' -X PUT -H "Authorization: Bearer $2" -H 'Content-Type: application/json' \
      --data-binary "$json" "http://127.0.0.1:$1/api/v1/$path")
    case ${answer##*$'\n'} in
      20*) ;;
      *) fail "PUT $path was refused: $answer" ;;
    esac
  done <"${3-$here/programme.tsv}"
}

# A club on PostgreSQL with members and offers, served: sets $key and $pid.
fill_postgres() { # MEMBERS PORT
  start_postgres
  sql postgres -c 'create database vafa'
  serve "$product" "$work/club" vafa "$2"
  key=$(api_key "$work/club" vafa)
  echo "Filling $1 members and 30 offers…"
  sql vafa -f "$here/goods.sql"
  put_programme "$2" "$key"
  stop "$pid"
  sql vafa -v members="$1" -f "$here/fill.sql"
  # A start adds up the roll-ups of sales that came without them.
  serve "$product" "$work/club" vafa "$2"
}

# The same club in $work/sqlite, by a backup that is restored there; nobody serves it yet.
fill_sqlite() { # MEMBERS PORT
  fill_postgres "$1" "$2"
  stop "$pid"
  ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" backup "$work/club.zip" --data "$work/club"
  "$root/scripts/postgres.sh" stop "$work/pg"
  dotnet "$product/vafa.dll" restore "$work/club.zip" --data "$work/sqlite"
}

warm_up() { # PORT KEY MEMBERS
  local figures
  figures=$(sales "$1" "$2" 64 "${VAFA_WARM-30}" "$3")
  [ "$(cut -d' ' -f4,5 <<<"$figures")" = "0 0" ] || fail "Sales were refused while warming up: $figures"
}

# One round of sales over HTTP: prints "sales/s p50 p99 refused broken sales".
sales() { # PORT KEY CONNECTIONS SECONDS MEMBERS [THINK-MILLISECONDS]
  local threads=2
  [ "$3" -ge 2 ] || threads=1
  wrk -t$threads -c"$3" -d"$4"s --timeout 20s --latency \
    -s "$here/sales.lua" "http://127.0.0.1:$1" -- "$2" "$5" "${6-0}" |
    sed -n 's/^figures //p'
}

# One round of pgbench with the writes of one sale: prints "sales/s milliseconds sales".
# Each process plans the statement once, and not five times more before it trusts the general plan.
limit() { # DATABASE CLIENTS SECONDS MEMBERS
  PGOPTIONS="-c plan_cache_mode=force_generic_plan" \
    pgbench -n -M prepared -c "$2" -j 2 -T "$3" -D members="$4" "${typical[@]}" -f "$here/limit.sql" \
    -h "$work/pg" -U postgres "$1" 2>&1 |
    awk '/^tps/ {tps = $3} /latency average/ {ms = $4} /actually processed/ {n = $NF; sub("/.*", "", n)}
         /failed transactions/ {f = $5} END {printf "%.1f %.2f %d %s\n", tps, ms, n, f}'
}

median() { # of the numbers on standard input
  sort -g | awk '{a[NR] = $1} END {print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2}'
}
