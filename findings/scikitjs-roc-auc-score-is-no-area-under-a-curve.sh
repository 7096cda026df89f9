#!/usr/bin/env bash
# scikitjs's rocAucScore is not the area under the ROC curve, and can be above 1.
#
# Seen with scikitjs 1.24.0 and @tensorflow/tfjs 4.22.0 under Node.js. metrics.rocAucScore(labels, predictions) has the name and arguments of scikit-learn's roc_auc_score. It takes
# (label, prediction) for the points of a polygon, in the order of the samples, and returns the polygon's area. No curve is made and no threshold is tried. For scikit-learn's
# own example, labels 0 0 1 1 and scores 0.1 0.4 0.35 0.8, it gives 0.375 for 0.75. Perfect scores give 0.25 or 0.5, the same samples in reverse order 0.575, and 400
# samples of a good classifier 1.67. Scores that are all alike give 0.5, so that a first test passes. Remedy: count the pairs in order, as below.
#
# The script fails if a value is the area.
# It needs Node.js 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --ignore-scripts --no-audit --no-fund --silent scikitjs@1.24.0 @tensorflow/tfjs@4.22.0

cat > seen.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
const sk = require('scikitjs');
sk.setBackend(tf);

// The area under the ROC curve: the part of pairs of a positive and a negative sample that are in order, ties being half.
function area(labels, scores) {
    let pairs = 0, inOrder = 0;
    labels.forEach((a, i) => labels.forEach((b, j) => {
        if (a === 1 && b === 0) {
            pairs++;
            inOrder += scores[i] > scores[j] ? 1 : scores[i] === scores[j] ? 0.5 : 0;
        }
    }));
    return inOrder / pairs;
}

function say(name, labels, scores) {
    console.log(`${name}: rocAucScore ${sk.metrics.rocAucScore(labels, scores).toFixed(3)}, area ${area(labels, scores).toFixed(3)}`);
}

say("scikit-learn's example", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
say('the same in reverse order', [1, 1, 0, 0], [0.8, 0.35, 0.4, 0.1]);
say('perfect', [0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]);
say('all wrong', [1, 0], [0.1, 0.9]);
const labels = [], scores = [];
let state = 1;
for (let i = 0; i < 400; i++) {
    state = state * 16807 % 2147483647;
    labels.push(i % 3 === 0 ? 1 : 0);
    scores.push(state / 2147483647 * 0.6 + (i % 3 === 0 ? 0.3 : 0));
}
say('400 samples', labels, scores);
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF "scikit-learn's example: rocAucScore 0.375, area 0.750" <<< "$seen"
grep -qxF 'the same in reverse order: rocAucScore 0.575, area 0.750' <<< "$seen"
grep -qxF 'perfect: rocAucScore 0.250, area 1.000' <<< "$seen"
grep -qxF 'all wrong: rocAucScore 0.500, area 0.000' <<< "$seen"
grep -qxF '400 samples: rocAucScore 1.673, area 0.891' <<< "$seen"
echo 'as described'
