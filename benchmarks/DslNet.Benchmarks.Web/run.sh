#!/usr/bin/env bash
# LeNet-5 in WebAssembly beside onnxruntime-web, under Node and, where it is installed, in chromium.
set -euo pipefail
cd "$(dirname "$0")"
npm install --silent --no-audit --no-fund
dotnet publish -c Release --nologo -v quiet -p:UseSharedCompilation=false -o bin/web
echo "Node $(node --version):"
node node.mjs
if command -v "${CHROMIUM:-chromium}" > /dev/null; then
    "${CHROMIUM:-chromium}" --version
    CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node chromium.mjs
else
    echo 'chromium: skipped, it is not installed'
fi
