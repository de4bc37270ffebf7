#!/usr/bin/env bash
# Two years of a demo club's nights, each looked at: on SQLite, or on the PostgreSQL that
# ConnectionStrings__Postgres names.
#   bench/travel/run.sh [MEMBERS] [DAYS] [SEED]
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
work=$(mktemp -d "${TMPDIR-/tmp}/vafa-travel.XXXXXX")
trap 'rm -rf "$work"' EXIT
dotnet run -c Release --project Vafa.Travel -- "$work" "$@"
