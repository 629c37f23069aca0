#!/usr/bin/env bash
# run.sh [FOLDER]: one hand-off in the Microsoft 365 Agents Playground and the phone simulator, with screenshots in FOLDER.
# By hand only: no test depends on it. Microsoft's pre-release terms (evaluation) apply to the Playground, which is installed here and kept nowhere.
# Needs root, iproute2, Chromium, npm and ../shared. The Playground listens on every address, so all of it runs in a network namespace with
# nothing but loopback.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pictures=$(mkdir -p "${1:-/tmp/playground}" && cd "${1:-/tmp/playground}" && pwd)
work=$(mktemp -d)
space=companion-$$
started=()

stop() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    ip netns del "$space" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT

reachable() {
    for _ in $(seq 300); do
        ip netns exec "$space" curl -s -o /dev/null "$1" && return
        sleep .2
    done
    echo "Nothing answers at $1." >&2
    cat "$work"/*.log >&2
    exit 1
}

cp "$here"/*.mjs "$here/package.json" "$work"
cp "$here/../../../shared/clients/teams/companion.m365agentsplayground.yml" "$work/.m365agentsplayground.yml"
npm install --prefix "$work" --no-audit --no-fund --silent
dotnet build "$here/../../src/Bot" -v quiet -nologo

ip netns add "$space"
ip netns exec "$space" ip link set lo up
cd "$work"
Services__sample__TeamsChannel=ch-triage Storage__Folder="$work/data" ASPNETCORE_ENVIRONMENT=Development \
    ip netns exec "$space" dotnet run --project "$here/../../src/Bot" --no-build --no-launch-profile > bot.log 2>&1 &
started+=($!)
ip netns exec "$space" node node_modules/@microsoft/m365agentsplayground/cli.js start \
    -e http://127.0.0.1:5080/api/messages -c msteams -p 56150 --disable-telemetry > playground.log 2>&1 &
started+=($!)
reachable http://127.0.0.1:5080/
reachable http://127.0.0.1:56150/
ip netns exec "$space" node journey.mjs "$pictures"
