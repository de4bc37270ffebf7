#!/usr/bin/env bash
# The night's work on PostgreSQL.
#   bench/night/run.sh big [MEMBERS]               one night of 1,000,000 members with 5,000,000 lots: one of each ends,
#                                                  100,000 fall on a ladder, 500,000 come into a group by rule
#   bench/night/run.sh beside [ROUNDS] [SECONDS] [CONNECTIONS] [LOTS]   sales over HTTP with and without a night that
#                                                  expires LOTS lots in the same node, in turns
set -euo pipefail
night=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
source "$night/../load/lib.sh"
port=${VAFA_PORT-5661}

load() {
  echo "Load of the machine: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
}

big() {
  local members=${1-1000000} pid began
  begin_work
  start_postgres work_mem=64MB max_wal_size=16GB wal_level=minimal max_wal_senders=0
  sql postgres -c 'create database vafa'
  serve "$product" "$work/club" vafa "$port"
  key=$(api_key "$work/club" vafa)
  sed "s/DAY/$(date -d '200 days ago' +%F)/" "$night/programme.tsv" >"$work/programme.tsv"
  put_programme "$port" "$key" "$work/programme.tsv"
  # The rules are carried out while nobody is there, so that the night finds all to be done.
  until [ "$(sql vafa -c "select count(*) from job_run where job = 'groups' and state = 1")" = 2 ]; do sleep 1; done
  stop "$pid"
  echo "Filling $members members with five lots each…"
  sql vafa -v members="$members" -f "$night/fill.sql" >"$work/fill.log" ||
    { tail "$work/fill.log"; fail "The fill broke."; }
  sql vafa -c checkpoint
  load
  began=$(date +%s.%N)
  ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" night --data "$work/club" &
  pid=$!
  started+=("$pid")
  local most=0 now
  while now=$(awk '/VmHWM/ {print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
    most=$now
    sleep 0.5
  done
  wait "$pid"
  awk -v began="$began" -v ended="$(date +%s.%N)" -v most="$most" \
    'BEGIN {printf "%.1f s with the start of the program; at most %.0f MB resident\n", ended - began, most / 1024}'
  steps
  load
  serve "$product" "$work/club" vafa "$port"
  again "$(sql vafa -c "select max(business_day) from job_run where job = 'night'")" tiers
  wait_for_night
  again "$(sql vafa -c "select max(business_day) from job_run where job = 'night'")" groups
  wait_for_night
  stop "$pid"
  echo "Again, when nobody is left to move:"
  steps "and step in ('tiers', 'groups')"
  [ -z "${VAFA_CHECK-1}" ] ||
    ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" check --data "$work/club"
}

steps() { # [CONDITION]
  sql vafa -c "select format('%-9s %7s s  %8s members  %8s lots  %8s lots/s  %8s messages', step,
                 round(extract(epoch from ended_at - started_at), 1), members, lots,
                 round(lots / greatest(0.001, extract(epoch from ended_at - started_at))), messages)
               from job_run where job = 'night' ${1-} order by started_at"
}

again() { # DAY STEP
  curl -sf -o /dev/null -X POST "http://127.0.0.1:$port/api/v1/nights/$1/steps/$2/again" \
    -H "Authorization: Bearer $key" -H "Idempotency-Key: $(date +%s%N)" || fail "The step could not be run again."
}

expired() {
  sql vafa -c "select coalesce(sum(lots), 0) from job_run where step = 'expire'"
}

wait_for_night() {
  while [ "$(sql vafa -c "select count(*) from job_run where state <> 1")" != 0 ]; do sleep 0.2; done
}

beside() {
  local rounds=${1-5} seconds=${2-10} connections=${3-32} lots=${4-200000} members=${VAFA_MEMBERS-200000}
  local day rate failed broken before refused=0
  begin
  fill_postgres "$members" "$port"
  stop "$pid"
  # The club was made yesterday, so that there is a night which can run again.
  sql vafa -c "update programme_version set at = at - interval '1 day'"
  serve "$product" "$work/club" vafa "$port"
  warm_up "$port" "$key" "$members"
  until [ "$(sql vafa -c "select count(*) from job_run where job = 'night' and state = 1")" = 6 ]; do sleep 1; done
  day=$(sql vafa -c "select max(business_day) from job_run")
  declare -A rates
  for round in $(seq "$rounds"); do
    for side in $([ $((round % 2)) = 1 ] && echo without with || echo with without); do
      # Both sides begin with the same work on the tables, so that neither has a colder database.
      sql vafa -v count="$lots" -f "$night/due.sql" >/dev/null
      if [ "$side" = without ]; then
        again "$day" expire
        wait_for_night
        sql vafa -c checkpoint
        read -r rate p50 p99 failed broken _ < <(sales "$port" "$key" "$connections" "$seconds" "$members")
        before=$(expired)
      else
        sql vafa -c checkpoint
        before=$(expired)
        again "$day" expire
        read -r rate p50 p99 failed broken _ < <(sales "$port" "$key" "$connections" "$seconds" "$members")
      fi
      refused=$((refused + failed + broken))
      rates[$side]+="$rate "
      printf 'round %s  %-7s night  %8s sales/s  p50 %s p99 %s  %8s lots expired meanwhile, %s\n' "$round" "$side" \
        "$rate" "$p50" "$p99" "$(($(expired) - before))" "$(cut -d' ' -f1 /proc/loadavg)"
      wait_for_night
    done
  done
  a=$(tr ' ' '\n' <<<"${rates[without]% }" | median)
  b=$(tr ' ' '\n' <<<"${rates[with]% }" | median)
  awk -v c="$connections" -v a="$a" -v b="$b" \
    'BEGIN {printf "%s connections: without a night %.0f/s, with one %.0f/s, ratio %.2f (goal 0.7)\n", c, a, b, b / a}'
  echo "Refused or broken sales: $refused"
  stop "$pid"
  ConnectionStrings__Postgres=$(connection vafa) dotnet "$product/vafa.dll" check --data "$work/club"
}

case ${1-} in
  big) big "${@:2}" ;;
  beside) beside "${@:2}" ;;
  *) fail "Use: bench/night/run.sh big [MEMBERS] | beside [ROUNDS] [SECONDS] [CONNECTIONS] [LOTS]" ;;
esac
