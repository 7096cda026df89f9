#!/usr/bin/env bash
# scikitjs's encoders number classes in the order in which they first appear, not sorted.
#
# Seen with scikitjs 1.24.0 and @tensorflow/tfjs 4.22.0 under Node.js. LabelEncoder, OrdinalEncoder and OneHotEncoder have scikit-learn's names, and scikit-learn sorts the
# classes, so that encoding depends on the set of classes only. Here it depends on the order of the samples: dog, cat, bird are 0, 1, 2, and after a shuffle others. Two
# fits of one data set that was shuffled between them disagree, as do a network trained in Python and its use in JavaScript: predictions come out under the wrong name, and
# no shape differs. Labels that are integers are renumbered too: 3 1 2 becomes 0 1 2. Remedy: fit the encoder to the sorted classes first, then transform.
#
# The script fails if the classes are sorted.
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

const codes = (names, of) => Array.from(new sk.LabelEncoder().fit(names).transform(of).dataSync()).join(' ');
const asked = ['bird', 'cat', 'dog'];
console.log('bird cat dog by LabelEncoder, fitted to dog cat bird: ' + codes(['dog', 'cat', 'bird'], asked));
console.log('bird cat dog by LabelEncoder, fitted to cat bird dog: ' + codes(['cat', 'bird', 'dog'], asked));
console.log('3 1 2 by LabelEncoder: ' + Array.from(new sk.LabelEncoder().fitTransform([3, 1, 2]).dataSync()).join(' '));
console.log('high low by OrdinalEncoder: ' + new sk.OrdinalEncoder().fitTransform([['high'], ['low']]).arraySync().join(' '));
console.log('low high by OrdinalEncoder: ' + new sk.OrdinalEncoder().fitTransform([['low'], ['high']]).arraySync().join(' '));
console.log('dog by OneHotEncoder, fitted to dog cat bird: ' + new sk.OneHotEncoder().fitTransform([['dog'], ['cat'], ['bird']]).arraySync()[0].join(' '));
console.log('bird cat dog by LabelEncoder, fitted to sorted classes: ' + codes(asked.slice().sort(), asked));
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'bird cat dog by LabelEncoder, fitted to dog cat bird: 2 1 0' <<< "$seen"
grep -qxF 'bird cat dog by LabelEncoder, fitted to cat bird dog: 1 0 2' <<< "$seen"
grep -qxF '3 1 2 by LabelEncoder: 0 1 2' <<< "$seen"
grep -qxF 'high low by OrdinalEncoder: 0 1' <<< "$seen"
grep -qxF 'low high by OrdinalEncoder: 0 1' <<< "$seen"
grep -qxF 'dog by OneHotEncoder, fitted to dog cat bird: 1 0 0' <<< "$seen"
grep -qxF 'bird cat dog by LabelEncoder, fitted to sorted classes: 0 1 2' <<< "$seen"
echo 'as described'
