// LeNet-5 by DslNet and by onnxruntime-web in turns, under Node and in a browser alike.
import { dotnet } from './_framework/dotnet.js';

const rounds = 15;

// In turns, so that what else the machine does meets both; the fastest round of each counts.
export async function compare(ort) {
    const { getAssemblyExports, getConfig } = await dotnet.withDiagnosticTracing(false).create();
    const { Measured } = (await getAssemblyExports(getConfig().mainAssemblyName)).DslNet.Benchmarks.Web;

    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(Measured.Model());
    const input = new ort.Tensor('float32', Float32Array.from(Measured.Input()), [1, 1, 28, 28]);
    const feeds = { [session.inputNames[0]]: input };
    const expected = Measured.Outputs(), actual = (await session.run(feeds))[session.outputNames[0]].data;
    const difference = Math.max(...expected.map((value, i) => Math.abs(value - actual[i])));

    const best = { predict: Infinity, train: Infinity, onnx: Infinity };
    for (let round = 0; round < rounds; round++) {
        best.predict = Math.min(best.predict, Measured.Predict(50));
        best.train = Math.min(best.train, Measured.Train(1));
        const start = performance.now();
        for (let i = 0; i < 50; i++)
            await session.run(feeds);
        best.onnx = Math.min(best.onnx, (performance.now() - start) * 1000 / 50);
    }

    return [
        `LeNet-5, one image: DslNet ${best.predict.toFixed(0)} µs, onnxruntime-web ${best.onnx.toFixed(0)} µs; outputs differ by ${difference.toExponential(1)} at most`,
        `LeNet-5, training of 32: DslNet ${best.train.toFixed(0)} µs per image`,
    ].join('\n');
}
