#!/usr/bin/env bash
# Start, memory and look-up.
#   bench/load/figures.sh start      the demo club: from the command to the first answer
#   bench/load/figures.sh memory     resident memory after 10,000 sales, SQLite and PostgreSQL
#   bench/load/figures.sh lookup     a member by mobile among 10,000 and among 1,000,000, both engines
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
port=${VAFA_PORT-5615}

start_figure() {
  local begun
  dotnet "$product/vafa.dll" demo --data "$work/demo" >/dev/null
  for _ in 1 2 3 4 5; do
    begun=$(date +%s%N)
    serve "$product" "$work/demo" "" "$port"
    echo $((($(date +%s%N) - begun) / 1000000))
    stop "$pid"
  done | median | sed 's/.*/Start of the demo club to the first answer: & ms (median of 5)/'
}

resident() { # PID
  awk '/^VmRSS/ {printf "%.0f MB now", $2 / 1024} /^VmHWM/ {printf "%.0f MB at most, ", $2 / 1024}' "/proc/$1/status"
}

# Sells until 10,000 sales are written.
sell_ten_thousand() { # NAME
  local sold=0 count
  while [ "$sold" -lt 10000 ]; do
    read -r _ _ _ _ _ count < <(sales "$port" "$key" 32 1 100000)
    sold=$((sold + count))
  done
  echo "Memory after $sold sales on $1: $(resident "$pid")"
  stop "$pid"
}

memory_figure() {
  fill_postgres 100000 "$port"
  sell_ten_thousand PostgreSQL
  ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" backup "$work/club.zip" --data "$work/club"
  dotnet "$product/vafa.dll" restore "$work/club.zip" --data "$work/sqlite"
  serve "$product" "$work/sqlite" "" "$port"
  sell_ten_thousand SQLite
}

# GET /members?mobile= of random members at 8 connections: "requests/s p50 p99".
looked_up() { # PORT MEMBERS
  wrk -t1 -c8 -d3s --latency -s "$here/lookup.lua" "http://127.0.0.1:$1" -- "$key" "$2" | sed -n 's/^figures //p'
}

# Four clubs at once, asked in turn.
lookup_figure() {
  declare -A at
  local engine size name round
  start_postgres
  sql postgres -c 'create database vafa'
  serve "$product" "$work/club" vafa "$port"
  key=$(api_key "$work/club" vafa)
  stop "$pid"
  sql vafa -v from=1 -v to=10000 -f "$here/members.sql"
  sql postgres -c 'create database large template vafa'
  sql large -v from=10001 -v to=1000000 -f "$here/members.sql"
  serve "$product" "$work/club" vafa "$port"
  at[postgres-10000]=$port
  ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" backup "$work/small.zip" --data "$work/club"
  serve "$product" "$work/large" large $((port + 1))
  at[postgres-1000000]=$((port + 1))
  ConnectionStrings__Postgres=$(connection large) dotnet "$product/vafa.dll" backup "$work/large.zip" \
    --data "$work/large"
  for size in small large; do
    dotnet "$product/vafa.dll" restore "$work/$size.zip" --data "$work/sqlite-$size"
  done
  serve "$product" "$work/sqlite-small" "" $((port + 2))
  at[sqlite-10000]=$((port + 2))
  serve "$product" "$work/sqlite-large" "" $((port + 3))
  at[sqlite-1000000]=$((port + 3))
  for round in 0 1 2 3 4 5; do
    for engine in postgres sqlite; do
      for size in 10000 1000000; do
        name=$engine-$size
        # The first round warms up.
        looked_up "${at[$name]}" "$size" >>"$work/$name$([ "$round" != 0 ] || echo .warm-up)"
      done
    done
  done
  for engine in postgres sqlite; do
    for size in 10000 1000000; do
      echo "$engine, $size members: $(cut -d' ' -f1 "$work/$engine-$size" | median)/s," \
        "p50 $(cut -d' ' -f2 "$work/$engine-$size" | median) ms, p99 $(cut -d' ' -f3 "$work/$engine-$size" | median) ms"
    done
  done
}

case ${1-} in
  start | memory | lookup) begin && "$1_figure" ;;
  *) fail "Use: bench/load/figures.sh start | memory | lookup" ;;
esac
