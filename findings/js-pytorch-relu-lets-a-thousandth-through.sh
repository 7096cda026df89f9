#!/usr/bin/env bash
# js-pytorch's ReLU multiplies values below zero by 0.001 instead of making them zero.
#
# Seen with js-pytorch 0.7.2 under Node.js, whose comment on nn.ReLU says that it returns z if z > 0, else 0. It gives -1 for -1000 and a gradient of 0.001 there: a leaky ReLU.
# A network that was trained in PyTorch and whose weights are loaded here has outputs that differ in the third digit, and no shape does; no sparsity is left. torch.nn.Block and
# torch.nn.FullyConnected, which have a ReLU inside, inherit it. Remedy: mask with torch.mul, or train and run in one place.
#
# The script fails if ReLU gives zero.
# It needs Node.js 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --ignore-scripts --no-audit --no-fund --silent js-pytorch@0.7.2

cat > seen.cjs <<'JS'
const { torch } = require('js-pytorch');

const input = torch.tensor([[-1000, -1, 0, 2]], true);
const output = new torch.nn.ReLU().forward(input);
output.backward();
console.log('ReLU of -1000 -1 0 2: ' + output.data[0].join(' '));
console.log('gradient: ' + input._grad.data[0].join(' '));
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'ReLU of -1000 -1 0 2: -1 -0.001 0 2' <<< "$seen"
grep -qxF 'gradient: 0.001 0.001 0.001 1' <<< "$seen"
echo 'as described'
