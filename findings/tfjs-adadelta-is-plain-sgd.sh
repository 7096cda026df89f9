#!/usr/bin/env bash
# TensorFlow.js's tf.train.adadelta takes the steps of plain gradient descent.
#
# Seen with @tensorflow/tfjs 4.22.0 under Node.js, CPU backend. A step of Adadelta (Zeiler, 2012; Keras, PyTorch) divides by the root of the mean square of gradients that
# has this gradient in it. Here it divides by the one before this step. Both means begin at zero, so that the first factor is 1; then both get the same square, and the
# factor stays 1 for ever. Learning rate times gradient is left, whatever rho and epsilon are. With the rate 1 that the paper has, x² is not minimised: x alternates
# between 1 and -1, where Adadelta's first steps are some thousandths. Nothing warns. Whoever compares optimisers measures SGD twice, and a rate that was found with Keras
# or PyTorch diverges. Remedy: adam or rmsprop, which are what they are called.
#
# The script fails if the steps differ from those of SGD by more than 1e-5, or if one of them is Adadelta's.
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

// The values of x after each of eight steps from 1 on.
function path(optimizer, loss) {
    const x = tf.variable(tf.scalar(1));
    const values = [];
    for (let step = 0; step < 8; step++) {
        optimizer.minimize(() => loss(x));
        values.push(x.dataSync()[0]);
    }
    return values;
}

// The same by the paper's formula, in double precision.
function paper(rate, rho, epsilon, gradient) {
    let x = 1, squares = 0, updates = 0;
    const values = [];
    for (let step = 0; step < 8; step++) {
        const g = gradient(x);
        squares = rho * squares + (1 - rho) * g * g;
        const update = Math.sqrt(updates + epsilon) / Math.sqrt(squares + epsilon) * g;
        updates = rho * updates + (1 - rho) * update * update;
        x -= rate * update;
        values.push(x);
    }
    return values;
}

const say = (name, values) => console.log(name + ': ' + values.map(v => v.toFixed(5)).join(' '));
const difference = (a, b) => Math.max(...a.map((v, i) => Math.abs(v - b[i])));
const fourth = x => x.pow(4);
const adadelta = path(tf.train.adadelta(0.05), fourth);
const sgd = path(tf.train.sgd(0.05), fourth);
const expected = paper(0.05, 0.95, 1e-7, x => 4 * x ** 3);
say('x^4, rate 0.05, adadelta', adadelta);
say('x^4, rate 0.05, sgd', sgd);
say('x^4, rate 0.05, Adadelta of the paper', expected);
say('x^2, rate 1, adadelta', path(tf.train.adadelta(1), x => x.square()));
// Other rho and epsilon change nothing.
const other = path(tf.train.adadelta(0.05, 0.5, 1e-3), fourth);
console.log('adadelta is sgd: ' + (difference(adadelta, sgd) < 1e-5 && difference(other, sgd) < 1e-5));
console.log('adadelta is Adadelta: ' + (difference(adadelta, expected) < 1e-2));
JS
seen=$(node seen.cjs)
printf '%s\n' "$seen"
grep -qxF 'adadelta is sgd: true' <<< "$seen"
grep -qxF 'adadelta is Adadelta: false' <<< "$seen"
grep -qxF 'x^2, rate 1, adadelta: -1.00000 1.00000 -1.00000 1.00000 -1.00000 1.00000 -1.00000 1.00000' <<< "$seen"
echo 'as described'
