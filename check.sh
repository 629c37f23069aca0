#!/usr/bin/env bash
# What CI runs: restore as locked, format, build without a warning, every test. COMPANION_REQUIRE_ALL=1 forbids skipping.
set -euo pipefail
cd "$(dirname "$0")"

dotnet restore --locked-mode -v quiet
dotnet build --no-restore -v quiet -nologo
dotnet format --no-restore --verify-no-changes --severity error
dotnet test --no-build -nologo -v quiet -m:1 "$@" # one project at a time: browsers and databases want the cores to themselves
