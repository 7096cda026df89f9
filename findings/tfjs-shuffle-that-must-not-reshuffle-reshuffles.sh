#!/usr/bin/env bash
# TensorFlow.js's Dataset.shuffle with reshuffleEachIteration false has another order in each iteration.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js (tfjs-data). shuffle(bufferSize, seed, reshuffleEachIteration): false is there so that take and skip cut one order into
# training and test samples, as TensorFlow's documentation of the same argument has it. Here the seed of an iteration is drawn anew either way; the argument only decides
# whether one draw or the sum of two is used. take(n) and skip(n) of one shuffled data set iterate it once each, with two orders: samples are in both parts, others in
# neither, and the parts change from epoch to epoch. Test samples are learned, without a word. Remedy: shuffle an array, or toArray() of the shuffled set and
# tf.data.array of that.
#
# The script fails if the order stays.
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

(async () => {
    const samples = [...Array(100).keys()];
    const shuffled = tf.data.array(samples).shuffle(100, 'seed', false);
    const first = await shuffled.toArray(), second = await shuffled.toArray();
    console.log('two iterations are alike: ' + (first.join() === second.join()));

    const train = shuffled.take(80), test = shuffled.skip(80);
    const learned = new Set(await train.toArray());
    const tested = await test.toArray();
    const both = tested.filter(s => learned.has(s)).length;
    console.log(`${learned.size} samples to learn, ${tested.length} to test, of which were learned: ${both}`);
    const neither = samples.filter(s => !learned.has(s) && !tested.includes(s)).length;
    console.log('samples in neither part: ' + neither);

    const kept = tf.data.array(await shuffled.toArray());
    const keptLearned = new Set(await kept.take(80).toArray());
    console.log('of an array made of it once, samples in both: ' + (await kept.skip(80).toArray()).filter(s => keptLearned.has(s)).length);
})();
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'two iterations are alike: false' <<< "$seen"
grep -qxE '80 samples to learn, 20 to test, of which were learned: ([1-9]|1[0-9]|20)' <<< "$seen"
grep -qxE 'samples in neither part: ([1-9]|1[0-9]|20)' <<< "$seen"
grep -qxF 'of an array made of it once, samples in both: 0' <<< "$seen"
echo 'as described'
