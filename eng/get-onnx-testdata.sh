#!/usr/bin/env bash
# Fetches the ONNX project's tests (Apache License 2.0) from Debian's package libonnx-testdata into a folder. It needs no root and installs
# nothing. Elsewhere than on Debian and its relatives, put the folder onnx/backend/test/data/node of the ONNX project there.
# usage: eng/get-onnx-testdata.sh [DIR]     (data/onnx unless said otherwise)
set -euo pipefail

dir=${1:-data/onnx}
[ ! -d "$dir/node" ] && [ ! -d /usr/share/libonnx-testdata/data/node ] || exit 0
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
chmod 755 "$tmp"
cd "$tmp"
apt-get -qq download libonnx-testdata || { apt-get -qq update && apt-get -qq download libonnx-testdata; }
dpkg-deb -x libonnx-testdata_*.deb package
cp package/usr/share/doc/libonnx-testdata/copyright "$dir/LICENSE-onnx.txt"
mv package/usr/share/libonnx-testdata/data/node "$dir/node"
