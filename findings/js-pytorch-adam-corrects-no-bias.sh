#!/usr/bin/env bash
# js-pytorch's Adam does not correct the bias of its moments, so that its first steps are too long.
#
# Seen with js-pytorch 0.7.2 under Node.js. Adam (Kingma and Ba, 2015; PyTorch) divides both moments by 1 - beta^t, since they begin at zero. Here nothing does. A first step is the
# learning rate times (1 - beta1) / sqrt(1 - beta2): with the package's default of 0.99 for beta2 that is 1, which looks right, with the usual 0.999 it is 3.16, and the steps go on
# growing: under a constant gradient the longest of the first hundred is 2.1 and 6.6 times the learning rate, where Adam's are all as long as it. A rate and betas taken over from
# PyTorch overshoot, without a word. Remedy: a warm-up, or an Adam of one's own.
#
# The script fails if the steps are Adam's.
# It needs Node.js 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --ignore-scripts --no-audit --no-fund --silent js-pytorch@0.7.2

cat > seen.cjs <<'JS'
const { torch } = require('js-pytorch');

// The lengths of a hundred steps under a constant gradient of 1, in learning rates.
function steps(beta2) {
    const layer = new torch.nn.Linear(1, 1, 'cpu', false);
    const parameters = layer.parameters();
    const optimizer = new torch.optim.Adam(parameters, 0.001, 0, [0.9, beta2], 1e-9);
    const lengths = [];
    for (let step = 0; step < 100; step++) {
        const before = parameters[0].data[0][0];
        torch.mul(parameters[0], torch.tensor([[1]])).backward();
        optimizer.step();
        optimizer.zero_grad();
        lengths.push((before - parameters[0].data[0][0]) / 0.001);
    }
    return lengths;
}

// The same by the paper's formula.
function paper(beta2) {
    let m = 0, v = 0;
    return [...Array(100).keys()].map(step => {
        m = 0.9 * m + 0.1;
        v = beta2 * v + 1 - beta2;
        return m / (1 - 0.9 ** (step + 1)) / Math.sqrt(v / (1 - beta2 ** (step + 1)));
    });
}

for (const beta2 of [0.99, 0.999]) {
    const say = (name, lengths) => console.log(`beta2 ${beta2}, ${name}: first step ${lengths[0].toFixed(2)}, longest of 100 ${Math.max(...lengths).toFixed(2)}`);
    say('js-pytorch', steps(beta2));
    say('by formula', paper(beta2));
}
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxE 'beta2 0\.99, js-pytorch: first step 1\.00, longest of 100 [2-9]\.[0-9]+' <<< "$seen"
grep -qxE 'beta2 0\.999, js-pytorch: first step 3\.16, longest of 100 [5-9]\.[0-9]+' <<< "$seen"
grep -qxF 'beta2 0.999, by formula: first step 1.00, longest of 100 1.00' <<< "$seen"
echo 'as described'
