# Sourced by ./run, ./vafa and ./test: says what the machine lacks, and builds only what has changed.
# The built product stands in artifacts/product/<hash of everything it is made from>, so "nothing changed" is one
# comparison, a running program is never overwritten, and the tests' own build cannot mix with it.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
artifacts=$root/artifacts
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# A clean machine is given back without compilers waiting for more work.
[ "${CI-}" != true ] || export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

fail() {
  printf '%s\n' "$*" >&2
  exit 3
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "Vafa needs the .NET 10 SDK; install it from https://dot.net and start again."
  dotnet --list-sdks | grep -q '^10\.' ||
    fail "Vafa needs the .NET 10 SDK, and this machine has another; install it from https://dot.net and start again."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Vafa needs Node 20 with npm to build its pages; install it (Debian: nodejs and npm) and start again."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Vafa needs Node 20 or newer to build its pages, and this machine has Node $major."
}

# One hash over names and contents of the files that find prints.
hash_of() {
  (cd "$root" && { find "$@" -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z |
    xargs -0 -r sha256sum | sha256sum | cut -c1-16)
}

web_inputs() {
  hash_of src/web src/Vafa/Features src/Vafa/Ui src/Vafa/Web \
    \( -path src/web/node_modules -o -path src/web/src/icons.svg -o -path src/web/src/vazirmatn.woff2 \
    -o -path '*/bin' -o -path '*/obj' -o -path '*/dist' \) -prune -o \
    \( -path 'src/web/*' -o -name '*.razor' \)
}

product_inputs() {
  hash_of src global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt scripts/build.sh \
    \( -path src/web -o -path '*/bin' -o -path '*/obj' \) -prune -o
}

# Runs a command in src/web and shows what it said only if it fails.
quietly() {
  mkdir -p "$artifacts"
  (cd "$root/src/web" && "$@") >"$artifacts/web.log" 2>&1 </dev/null || {
    tail -n 40 "$artifacts/web.log"
    return 1
  }
}

# The pages' scripts and styles: src/web → src/Vafa/wwwroot/dist.
build_web() {
  [ -f "$root/src/web/package.json" ] || return 0
  local stamp=$artifacts/web.stamp npm_stamp=$root/src/web/node_modules/.vafa-stamp inputs lock
  inputs=$(web_inputs)
  [ -d "$root/src/Vafa/wwwroot/dist" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ] && return 0
  need_node
  lock=$(hash_of src/web/package-lock.json)
  if [ "$(cat "$npm_stamp" 2>/dev/null)" != "$lock" ]; then
    echo "Fetching what the pages are built with…"
    quietly npm ci --no-audit --no-fund || fail "The packages of src/web could not be fetched; npm's words stand above."
    printf '%s' "$lock" >"$npm_stamp"
  fi
  echo "Building the pages…"
  quietly npm run --silent build || fail "The pages could not be built; the reason stands above."
  printf '%s' "$inputs" >"$stamp"
}

# A verb ends before the compiler's profiling pays for itself; a server does not. A fifth of the demo's time, measured.
short_lived() {
  DOTNET_TieredPGO=0 "$@"
}

# What a sale needs should be gone before the collector comes; the runtime's nursery of 6 MB is full too soon. With
# 32 MB a node sells a fifth more under load for 16 MB of memory, and a demo club is made a tenth sooner
# (bench/README.md). The runtime takes this from the environment only.
widen_nursery() {
  export DOTNET_GCgen0size=0x2000000
}

# Sets $product to the folder of the built program. Two starts at once build once.
build_product() {
  mkdir -p "$artifacts/product"
  exec 9>"$artifacts/build.lock"
  flock 9
  build_web >&2
  product=$artifacts/product/$(product_inputs)
  if [ ! -f "$product/vafa.dll" ]; then
    need_dotnet
    echo "Building Vafa…" >&2
    rm -rf "$product.new"
    # Analyzers judge the code in ./test; here a newer SDK's new warning must not keep a shop from opening.
    dotnet publish "$root/src/Vafa/Vafa.csproj" -c Release -v quiet -clp:ErrorsOnly \
      --artifacts-path "$artifacts/publish" -o "$product.new" \
      -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:RestoreLockedMode=true \
      >&2 || fail "Vafa could not be built; the reason stands above."
    mv "$product.new" "$product"
    # The two builds before this one stay: a program may still be running from there.
    find "$artifacts/product" -mindepth 1 -maxdepth 1 -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- |
      xargs -r -d '\n' rm -rf
  fi
  exec 9>&-
}
