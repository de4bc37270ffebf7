#!/usr/bin/env bash
# Sales over HTTP on PostgreSQL beside what pgbench reaches with the same writes, in alternating rounds.
#   bench/load/run.sh [ROUNDS] [SECONDS] [CONNECTIONS …]        default: 5 rounds of 5 s at 8, 32 and 128
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
rounds=${1-5} seconds=${2-5} members=${VAFA_MEMBERS-100000} port=${VAFA_PORT-5611}
connections=("${@:3}")
[ ${#connections[@]} -gt 0 ] || connections=(8 32 128)

begin
fill_postgres "$members" "$port"

# The sides differ in their database only: the second one is a copy of the first.
source "$here/typical.sh"
warm_up "$port" "$key" "$members"
stop "$pid"
copy_for_pgbench
serve "$product" "$work/club" vafa "$port"
warm_up "$port" "$key" "$members"
limit_now() { limit bench "$1" "$seconds" "$members"; }
# As long and as wide as the other side, or the pages it touches first go whole into the log.
limit bench 64 "${VAFA_WARM-30}" "$members" >/dev/null

declare -A rates
refused=0
for round in $(seq "$rounds"); do
  for c in "${connections[@]}"; do
    for side in $([ $((round % 2)) = 1 ] && echo a b || echo b a); do
      if [ $side = a ]; then
        read -r rate p50 _ failed < <(limit_now "$c")
        p99=-
      else
        read -r rate p50 p99 failed broken _ < <(sales "$port" "$key" "$c" "$seconds" "$members")
        failed=$((failed + broken))
      fi
      refused=$((refused + failed))
      rates[$side$c]+="$rate "
      printf 'round %s %3s connections  %s  %8s/s  p50 %s p99 %s\n' "$round" "$c" \
        "$([ $side = a ] && echo "pgbench" || echo "HTTP   ")" "$rate" "$p50" "$p99"
    done
  done
done

echo
echo "connections   pgbench (a)   HTTP (b)   (b)/(a), medians of $rounds rounds of $seconds s"
top=0
for c in "${connections[@]}"; do
  a=$(tr ' ' '\n' <<<"${rates[a$c]% }" | median)
  b=$(tr ' ' '\n' <<<"${rates[b$c]% }" | median)
  awk -v c="$c" -v a="$a" -v b="$b" 'BEGIN {printf "%11d   %11.0f   %8.0f   %.2f\n", c, a, b, b / a}'
  top=$(awk -v t="$top" -v b="$b" 'BEGIN {print (b > t ? b : t)}')
done

# Half of the top load: every connection thinks so long that all of them together ask half as often.
think=$(awk -v top="$top" 'BEGIN {printf "%d", 32 / (top / 2) * 1000}')
read -r rate p50 p99 _ < <(sales "$port" "$key" 32 "$((seconds * 2))" "$members" "$think")
echo "At $rate/s (half of the top load): p50 $p50 ms, p99 $p99 ms"
echo "Refused or broken sales: $refused"
show_written
stop "$pid"
ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" check --data "$work/club"
