#!/usr/bin/env bash
# TensorFlow.js's heNormal, glorotNormal and leCunNormal draw with 0.88 of the standard deviation that they are named for.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js, CPU backend. He's initialisation has the variance 2 / inputs. The initialisers draw from a normal distribution that is cut at two
# standard deviations, which takes away variance; Keras divides by 0.8796 to make up for it, PyTorch does not cut. Here nothing makes up for it: the variance is 0.774 of
# the stated one. Through ten layers of ReLU a mean square of 1 shrinks to 0.07, where it should stay near 1, and a training with Keras's or PyTorch's settings
# begins elsewhere. heUniform, glorotUniform and leCunUniform are right. Remedy: varianceScaling with scale / 0.774, or the uniform ones.
#
# The script fails if the deviations are those of the names.
# It needs Node.js 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --ignore-scripts --no-audit --no-fund --silent @tensorflow/tfjs@4.22.0

cat > seen.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
tf.setBackend('cpu');

const inputs = 1000, outputs = 500;
const variances = { he: 2 / inputs, glorot: 2 / (inputs + outputs), leCun: 1 / inputs };
for (const [name, variance] of Object.entries(variances)) {
    for (const kind of ['Normal', 'Uniform']) {
        const drawn = tf.initializers[name + kind]({ seed: 5 }).apply([inputs, outputs]);
        const ratio = Math.sqrt(tf.moments(drawn).variance.dataSync()[0] / variance);
        console.log(`${name}${kind}: ${ratio.toFixed(2)} of its standard deviation`);
    }
}

// Ten layers of ReLU whose signals keep their mean square if the weights have the variance 2 / inputs.
for (const [name, kind] of [['heNormal', tf.initializers.heNormal], ['heUniform', tf.initializers.heUniform]]) {
    let x = tf.randomNormal([50, 400], 0, 1, 'float32', 7);
    for (let layer = 0; layer < 10; layer++)
        x = x.matMul(kind({ seed: layer + 1 }).apply([400, 400])).relu();
    console.log(`${name}, ten layers: mean square ${(x.square().mean().dataSync()[0]).toFixed(2)}`);
}
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'heNormal: 0.88 of its standard deviation' <<< "$seen"
grep -qxF 'glorotNormal: 0.88 of its standard deviation' <<< "$seen"
grep -qxF 'leCunNormal: 0.88 of its standard deviation' <<< "$seen"
grep -qxF 'heUniform: 1.00 of its standard deviation' <<< "$seen"
grep -qxF 'glorotUniform: 1.00 of its standard deviation' <<< "$seen"
grep -qxF 'leCunUniform: 1.00 of its standard deviation' <<< "$seen"
echo 'as described'
