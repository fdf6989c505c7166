#!/usr/bin/env bash
# Formats, lints and compiles the deployment, without Azure. Any finding is an error. Needs the .NET SDK on Linux (x64).
set -euo pipefail
cd "$(dirname "$0")"

project=(bicep.csproj "-property:BaseIntermediateOutputPath=$PWD/../artifacts/bicep/")
dotnet restore "${project[@]}" --verbosity quiet
bicep=$(dotnet msbuild "${project[@]}" -getProperty:BicepPath)
chmod +x "$bicep"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_BUNDLE_EXTRACT_BASE_DIR=$work

findings=0
# The compiler ends with 0 when it only warns.
strictly() { # what command...
    local what=$1 said
    shift
    if ! said=$("$@" 2>&1 >"$work/out") || [ -n "$said" ]; then
        printf '%s\n%s\n' "$what" "$said" >&2
        findings=1
    fi
}

for file in *.bicep modules/*.bicep *.bicepparam; do
    "$bicep" format "$file" --outfile "$work/formatted"
    cmp -s "$file" "$work/formatted" || { echo "$file is not formatted: bicep format infra/$file" >&2; findings=1; }
done
strictly 'main.bicep does not compile' "$bicep" build main.bicep --stdout
strictly 'main.bicep has lint findings' "$bicep" lint main.bicep

# What an environment reads from variables; no value of an organisation stands in a file.
export OUTREACH_OPERATOR=operator@example.nl OUTREACH_DEPUTY=deputy@example.nl OUTREACH_BUDGET_START=2026-12-01
export TWILIO_ACCOUNT_SID=AC SENDGRID_FROM=buurt@example.nl
for file in *.bicepparam; do
    strictly "$file does not compile" "$bicep" build-params "$file" --stdout
done
exit "$findings"
