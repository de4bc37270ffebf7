#!/usr/bin/env bash
# Makes the README's pictures anew from the demo club: docs/img/*.png. A page that is not there keeps its old picture.
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../scripts/build.sh"
cd "$root"
[ -x /usr/bin/chromium ] || fail "Pictures need chromium; install Debian's package chromium."
port=${VAFA_PORT-5651}
work=$(mktemp -d /tmp/vafa-pictures.XXXXXX)
server=

finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

build_product
dotnet build bench/Vafa.Pages -c Release -v quiet -clp:ErrorsOnly -p:RunAnalyzers=false
dotnet "$product/vafa.dll" demo --data "$work/club" >/dev/null
dotnet "$product/vafa.dll" serve --data "$work/club" --urls "http://127.0.0.1:$port" >"$work/serve.log" 2>&1 &
server=$!
for _ in $(seq 300); do
  ! curl -sf -o /dev/null "http://127.0.0.1:$port/health" || break
  kill -0 "$server" 2>/dev/null ||
    { cat "$work/serve.log" >&2; fail "The demo club did not start; its words stand above."; }
  sleep 0.1
done
link=$(dotnet "$product/vafa.dll" staff create --user sara --role owner --data "$work/club" | tail -n 1)

# NAME WIDTH PATH; {call} is the first thing that GET /api/v1/call answers.
cat >"$work/pictures.txt" <<'LIST'
home 1366 /
member 1366 /members/{members?sort=-visits}
sale 1366 /sale?member={members?sort=-visits}
decision 1366 /purchases/{purchases}
offers 1366 /offers
phone 390 /sale?member={members?sort=-visits}
LIST
mkdir -p docs/img
dotnet bench/Vafa.Pages/bin/Release/net10.0/Vafa.Pages.dll picture "$link" "$work/pictures.txt" docs/img
