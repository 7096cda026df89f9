#!/usr/bin/env bash
# A dropout layer of TensorFlow.js that has a seed drops the same units at every step of a training.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js, CPU backend. tf.layers.dropout({rate, seed}) makes a new generator from the seed at each call: the mask depends on the shape
# alone. In Keras and PyTorch a seed fixes the sequence of masks, each of which differs from the one before. Here a weight behind a dropped unit never gets a gradient, and
# the training is that of a smaller network, while in use all units take part. It shows in no loss and no warning; who sets the seed for a repeatable run gets it.
# Remedy: leave the seed out, or draw masks oneself with a seed that counts steps.
#
# The script fails if the masks of two steps differ, or if every weight learns.
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

// How many of sixteen weights of ones have moved after 200 steps of batch size 1 behind a dropout of one half, and how many of three masks differ.
async function train(seed) {
    const dropout = tf.layers.dropout({ rate: 0.5, seed, inputShape: [16] });
    const model = tf.sequential({ layers: [dropout, tf.layers.dense({ units: 1, useBias: false, kernelInitializer: 'ones' })] });
    model.compile({ optimizer: tf.train.sgd(0.001), loss: 'meanSquaredError' });
    const masks = new Set([0, 1, 2].map(() => dropout.apply(tf.ones([1, 16]), { training: true }).dataSync().join(' ')));
    await model.fit(tf.ones([200, 16]), tf.zeros([200, 1]), { epochs: 1, batchSize: 1, verbose: 0 });
    const moved = model.getWeights()[0].dataSync().filter(w => w !== 1).length;
    return `of 3 masks ${masks.size} differ, of 16 weights ${moved} learned`;
}

(async () => {
    console.log('without a seed: ' + await train(undefined));
    console.log('with the seed 3: ' + await train(3));
    console.log('with the seed 4: ' + await train(4));
})();
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'without a seed: of 3 masks 3 differ, of 16 weights 16 learned' <<< "$seen"
grep -qxE 'with the seed 3: of 3 masks 1 differ, of 16 weights ([1-9]|1[0-5]) learned' <<< "$seen"
grep -qxE 'with the seed 4: of 3 masks 1 differ, of 16 weights ([1-9]|1[0-5]) learned' <<< "$seen"
echo 'as described'
