#!/usr/bin/env bash
# Twenty tills at once against one node with a demo club: how long a member's look-up, a price and a sale take.
#   bench/till/run.sh sqlite|postgres [SECONDS] [PAUSE-MS]
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../load/lib.sh"
begin_work
database=
case "${1-sqlite}" in
  sqlite) ;;
  postgres) database=tills && start_postgres && sql postgres -c "create database tills" >/dev/null ;;
  *) fail "Use: bench/till/run.sh sqlite|postgres [SECONDS] [PAUSE-MS]" ;;
esac
[ -z "$database" ] || export ConnectionStrings__Postgres="$(connection tills)"
dotnet "$product/vafa.dll" demo --data "$work/club" --members 2000 --months 2 >/dev/null
serve "$product" "$work/club" "$database" 5099
dotnet run -c Release --project "$root/bench/till/Vafa.Tills" -- http://127.0.0.1:5099 "$work/club" "${2-20}" "${3-250}"
dotnet "$product/vafa.dll" check --data "$work/club"
