#!/usr/bin/env bash
# Sales over HTTP on SQLite beside a bare loop in process that commits the same rows one sale a transaction, with the
# product's own statements and synchronous=FULL on both sides; alternating rounds.
#   bench/load/sqlite.sh [ROUNDS] [SECONDS] [CONNECTIONS]        default: 5 rounds of 5 s at 32
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
rounds=${1-5} seconds=${2-5} c=${3-32} members=${VAFA_MEMBERS-100000} port=${VAFA_PORT-5613}

begin
loop=$root/artifacts/load
# Where the product was built, so that nothing that is being edited or tested gets into its way.
dotnet publish "$here/Vafa.Load/Vafa.Load.csproj" -c Release -v quiet -clp:ErrorsOnly \
  --artifacts-path "$artifacts/publish" -o "$loop" -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
[ -f "$loop/Vafa.Load.dll" ] || fail "The bare loop could not be built."
fill_sqlite "$members" "$port"

serve "$product" "$work/sqlite" "" "$port"
warm_up "$port" "$key" "$members"
stop "$pid"
mkdir "$work/loop"
cp "$work/sqlite/vafa.db" "$work/loop/"
serve "$product" "$work/sqlite" "" "$port"
warm_up "$port" "$key" "$members"

bare="" http=""
for round in $(seq "$rounds"); do
  for side in $([ $((round % 2)) = 1 ] && echo bare http || echo http bare); do
    if [ $side = bare ]; then
      rate=$(dotnet "$loop/Vafa.Load.dll" "$work/loop/vafa.db" "$seconds")
      bare+="$rate "
      echo "round $round  bare loop  $rate/s"
    else
      read -r rate p50 p99 refused broken _ < <(sales "$port" "$key" "$c" "$seconds" "$members")
      [ "$refused $broken" = "0 0" ] || fail "Sales were refused: $refused, broken: $broken."
      http+="$rate "
      echo "round $round  HTTP       $rate/s  p50 $p50 p99 $p99"
    fi
  done
done
a=$(tr ' ' '\n' <<<"${bare% }" | median)
b=$(tr ' ' '\n' <<<"${http% }" | median)
awk -v a="$a" -v b="$b" -v c="$c" \
  'BEGIN {printf "bare loop %.0f/s, HTTP at %d connections %.0f/s: %.2f\n", a, c, b, b / a}'
stop "$pid"
dotnet "$product/vafa.dll" check --data "$work/sqlite"
