#!/usr/bin/env bash
# scripts/mutate.sh [GLOB …]: how many faults put into src/Vafa.Core the Core tests find. By hand, not part of ./test.
# Without a GLOB it mutates all of Offers; else the files that match, e.g. 'Offers/Effects/*.cs' 'Ledger/*.cs'.
# Offers alone took 45 minutes on 2 cores beside other work, 4 of them before the first mutant was tried. Prints the
# score and fails below 80 %; artifacts/mutation/reports/mutation-report.html shows each survivor in its place.
#
# Stryker keeps a test process alive from mutant to mutant, so what a static field has taken up once stays: mutants in
# initialisers of static fields cannot be judged there, and would spoil those after them. They are left out. In Offers
# these are the entries of the vocabulary, which tests/Vafa.Core.Tests/Offers/Approved/vocabulary.txt holds in full.
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/build.sh"
need_dotnet
need_node
work=$artifacts/mutation
rm -rf "$work"
mkdir -p "$work/tmp"
cd "$root"

# A copy, so that nobody else's build and edits meet the mutated assembly.
git ls-files -z -co --exclude-standard -- src/Vafa.Core tests/Vafa.Core.Tests Directory.Build.props \
  Directory.Packages.props BannedSymbols.txt global.json .editorconfig dotnet-tools.json Vafa.slnx |
  tar --null -T - -c | tar -x -C "$work"
shopt -s globstar nullglob
[ $# -gt 0 ] || set -- 'Offers/**/*.cs'
# shellcheck disable=SC2206,SC2068 # the words are globs
files=$(cd "$work/src/Vafa.Core" && printf '%s\n' $@)
[ -n "$files" ] || fail "No file of src/Vafa.Core matches $*."
# shellcheck disable=SC2086 # one argument for each file
node scripts/mutate.mjs "$work" $files

# What Stryker leaves in the temporary folder stays below; the properties try few cases, always the same ones.
cd "$work/src/Vafa.Core"
dotnet tool restore >"$work/tools.log"
export TMPDIR=$work/tmp VAFA_CASES=60 VAFA_QUICK=1
dotnet stryker --config-file "$work/stryker.json" --output "$work" --skip-version-check
