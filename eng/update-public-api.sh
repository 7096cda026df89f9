#!/usr/bin/env bash
# Writes what became public, or ceased to be, into the PublicAPI.Unshipped.txt of each library; the change is then seen in review.
# At a release the lines move to PublicAPI.Shipped.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en
log=$(mktemp) lines=$(mktemp)
trap 'rm -f "$log" "$lines"' EXIT
symbols() { sed -nE "s/.*warning $1: Symbol '(.*)' is $2.*/\1/p" "$log" | sort -u; }

for project in src/DslNet src/DslNet.Onnx src/DslNet.Audio src/DslNet.Populations src/DslNet.Search src/DslNet.Mpi; do
    file=$project/PublicAPI.Unshipped.txt
    dotnet build "$project" -c Release --nologo --no-incremental -p:TreatWarningsAsErrors=false > "$log" || { cat "$log"; exit 1; }
    symbols RS0017 'part of the declared API' > "$lines"
    {
        echo '#nullable enable'
        { grep -v '^#' "$file" | grep -vxFf "$lines" || true; symbols RS0016 'not part of the declared public API'; } | sort -u
    } > "$log.new"
    mv "$log.new" "$file"
done
