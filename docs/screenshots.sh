#!/usr/bin/env bash
# Makes the README's pictures anew, from what the browser tests see: docs/img/*.png.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/build.sh
build_web
dotnet build tests/Vafa.Browser -c Release -v quiet -clp:ErrorsOnly
dotnet exec tests/Vafa.Browser/bin/Release/net10.0/Vafa.Browser.dll -noLogo \
  -class Vafa.Browser.SaleJourneys -class Vafa.Browser.WidthJourneys
mkdir -p docs/img
cp artifacts/screens/sale-member-1366.png docs/img/sale.png
cp artifacts/screens/purchase-1366.png docs/img/decision.png
cp artifacts/screens/sale-pad-390.png docs/img/phone.png
