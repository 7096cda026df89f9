#!/usr/bin/env bash
# js-pytorch's pow has the gradient of a square for every exponent, and rounds up exponents that are no whole numbers.
#
# Seen with js-pytorch 0.7.2 under Node.js. torch.pow(x, n) has the gradient 2x for every n: of x³ at 3 it is 6 instead of 27. A loss of fourth powers gets
# the gradient of a square. Exponents below 1 give x itself: 4 to the 0.5 is 4, and 2 to the -1 is 2; 4 to the 2.5 is 64, its cube. Roots and inverses are thus none, forward
# or backward. Squares, the usual test, are right. Remedy: products, torch.sqrt and torch.div, whose values and gradients are right.
#
# The script fails if a power other than the square is right.
# It needs Node.js 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --ignore-scripts --no-audit --no-fund --silent js-pytorch@0.7.2

cat > seen.cjs <<'JS'
const { torch } = require('js-pytorch');

for (const [x, n] of [[3, 2], [3, 3], [3, 4], [4, 2.5], [4, 0.5], [2, -1]]) {
    const input = torch.tensor([[x]], true);
    const output = torch.pow(input, n);
    output.backward();
    console.log(`${x} to the ${n}: ${output.data[0][0]} for ${x ** n}, gradient ${input._grad.data[0][0]} for ${n * x ** (n - 1)}`);
}

const input = torch.tensor([[3]], true);
torch.mul(torch.mul(input, input), input).backward();
console.log(`3 * 3 * 3 by mul: gradient ${input._grad.data[0][0]}`);
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF '3 to the 2: 9 for 9, gradient 6 for 6' <<< "$seen"
grep -qxF '3 to the 3: 27 for 27, gradient 6 for 27' <<< "$seen"
grep -qxF '3 to the 4: 81 for 81, gradient 6 for 108' <<< "$seen"
grep -qxF '4 to the 2.5: 64 for 32, gradient 8 for 20' <<< "$seen"
grep -qxF '4 to the 0.5: 4 for 2, gradient 8 for 0.25' <<< "$seen"
grep -qxF '2 to the -1: 2 for 0.5, gradient 4 for -0.25' <<< "$seen"
grep -qxF '3 * 3 * 3 by mul: gradient 27' <<< "$seen"
echo 'as described'
