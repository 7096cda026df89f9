#!/usr/bin/env bash
# TensorFlow.js's alphaDropout moves the mean by nearly one standard deviation, which it exists to keep.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js, CPU backend. Alpha dropout (Klambauer et al., 2017) puts the negative limit of SELU, -1.7581, in place of dropped values,
# then scales and shifts so that values of mean 0 and variance 1 keep both. tf.layers.alphaDropout puts +1.7581 there: the sign of the mask is the wrong way round. The
# shift, meant to make up for a negative limit, then adds to it. With a rate of 0.3 values of mean 0 have mean 0.91 after it, where Keras and PyTorch have 0; the variance is
# 1, so that a look at the spread shows nothing. Self-normalising networks lose the property they are named for in training, and only there. Remedy: a layer of one's own,
# or plain dropout.
#
# The script fails if the mean is kept, or dropped values are negative.
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

for (const rate of [0.1, 0.3, 0.5]) {
    const layer = tf.layers.alphaDropout({ rate });
    const { mean, variance } = tf.moments(layer.apply(tf.randomNormal([400, 1000], 0, 1, 'float32', 5), { training: true }));
    console.log(`rate ${rate}: mean ${mean.dataSync()[0].toFixed(2)}, variance ${variance.dataSync()[0].toFixed(1)}`);
}

// What dropped values become: of zeros, those that were kept are the shift b alone, and the dropped ones a * limit + b.
const rate = 0.3, limit = -1.6732632423543772 * 1.0507009873554805;
const a = ((1 - rate) * (1 + rate * limit ** 2)) ** -0.5, b = -a * limit * rate;
const values = tf.layers.alphaDropout({ rate }).apply(tf.zeros([1, 1000]), { training: true }).dataSync();
const dropped = [...new Set(values)].find(v => Math.abs(v - b) > 1e-3);
console.log(`a dropped value becomes ${dropped.toFixed(3)}; by the paper ${(a * limit + b).toFixed(3)}; with the limit's sign changed ${(b - a * limit).toFixed(3)}`);
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxE 'rate 0.1: mean 0\.(3[0-9]), variance 1\.0' <<< "$seen"
grep -qxE 'rate 0.3: mean 0\.9[0-9], variance 1\.0' <<< "$seen"
grep -qxF "a dropped value becomes 1.968; by the paper -1.060; with the limit's sign changed 1.968" <<< "$seen"
echo 'as described'
