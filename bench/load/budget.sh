#!/usr/bin/env bash
# What a budget costs: sales over HTTP on PostgreSQL, every one of them getting the same offer, which has limits in all
# (budget and uses) in one round and none in the next.
#   bench/load/budget.sh [ROUNDS] [SECONDS] [CONNECTIONS …]        default: 5 rounds of 5 s at 32 and 128
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
rounds=${1-5} seconds=${2-5} members=${VAFA_MEMBERS-100000} port=${VAFA_PORT-5651}
connections=("${@:3}")
[ ${#connections[@]} -gt 0 ] || connections=(32 128)

# The offer goes beside all others, so each sale gets it whatever else it gets.
offer() { # LIMITS
  curl -sf -o /dev/null -X PUT "http://127.0.0.1:$port/api/v1/offers/always" -H "Authorization: Bearer $key" \
    -H 'Content-Type: application/json' --data-binary \
    "{\"title\":{\"fa\":\"همیشه\"},\"give\":[{\"discountAmount\":{\"amount\":1000}}],\"combine\":true,\"limits\":$1}" ||
    fail "The offer was refused."
}

begin
fill_postgres "$members" "$port"
offer null
warm_up "$port" "$key" "$members"

declare -A rates
refused=0
for round in $(seq "$rounds"); do
  for c in "${connections[@]}"; do
    for side in $([ $((round % 2)) = 1 ] && echo free limited || echo limited free); do
      if [ "$side" = free ]; then offer null; else offer '{"budget":900000000000000,"uses":900000000000}'; fi
      sales "$port" "$key" "$c" 1 "$members" >/dev/null
      read -r rate p50 p99 failed broken _ < <(sales "$port" "$key" "$c" "$seconds" "$members")
      refused=$((refused + failed + broken))
      rates[$side$c]+="$rate "
      printf 'round %s %3s connections  %-7s  %8s/s  p50 %s p99 %s\n' "$round" "$c" "$side" "$rate" "$p50" "$p99"
    done
  done
done

echo
echo "connections   without (a)   with a budget (b)   (b)/(a), medians of $rounds rounds of $seconds s"
for c in "${connections[@]}"; do
  a=$(tr ' ' '\n' <<<"${rates[free$c]% }" | median)
  b=$(tr ' ' '\n' <<<"${rates[limited$c]% }" | median)
  awk -v c="$c" -v a="$a" -v b="$b" 'BEGIN {printf "%11d   %11.0f   %17.0f   %.2f\n", c, a, b, b / a}'
done
echo "Refused or broken sales: $refused"
stop "$pid"
ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" check --data "$work/club"
