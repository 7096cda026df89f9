#!/usr/bin/env bash
# TensorFlow.js's precision and recall take only an output of exactly 1 for positive.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js, CPU backend. tf.metrics.precision, recall, and compile({metrics: ['precision']}) compare outputs with 1 and 0 for equality.
# Keras's metrics of the same name have a threshold of 0.5. A sigmoid gives neither, so that a network with the right answer for every sample has precision 0 and recall 0,
# beside a binaryAccuracy of 1, which does have the threshold. Where sigmoids saturate, part of the outputs are exactly 1 in float32 (from about 17 on), and the
# numbers look plausible and rest on those only. Remedy: tf.metrics.precision(labels, outputs.greater(0.5).toFloat()).
#
# The script fails if an output of 0.99 counts.
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

const labels = tf.tensor2d([[1], [1], [1], [0], [0]]), outputs = tf.tensor2d([[0.99], [0.9], [0.8], [0.1], [0.2]]);
const value = t => t.dataSync()[0];
console.log(`outputs as they are: precision ${value(tf.metrics.precision(labels, outputs))}, recall ${value(tf.metrics.recall(labels, outputs))}`);
const taken = outputs.greater(0.5).toFloat();
console.log(`outputs by a threshold of 0.5: precision ${value(tf.metrics.precision(labels, taken))}, recall ${value(tf.metrics.recall(labels, taken))}`);

// One of three outputs saturates: that one alone counts.
const saturated = tf.sigmoid(tf.tensor2d([[20], [3], [3], [-3], [20]]));
console.log(`sigmoid of 20 3 3 -3 20: precision ${value(tf.metrics.precision(labels, saturated))}`);

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'ones', activation: 'sigmoid' })] });
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['precision', 'binaryAccuracy'] });
const [, precision, accuracy] = model.evaluate(tf.tensor2d([[4], [3], [2], [-3], [-2]]), labels, { verbose: 0 }).map(value);
console.log(`evaluate: precision ${precision}, binary accuracy ${accuracy}`);
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'outputs as they are: precision 0, recall 0' <<< "$seen"
grep -qxF 'outputs by a threshold of 0.5: precision 1, recall 1' <<< "$seen"
grep -qxF 'sigmoid of 20 3 3 -3 20: precision 0.5' <<< "$seen"
grep -qxF 'evaluate: precision 0, binary accuracy 1' <<< "$seen"
echo 'as described'
