using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Layers over frames: features that fill no vector, taps that reach beyond a block and beyond the sequence, and values that several layers read.</summary>
internal static class FrameCases
{
    /// <summary>Frames of a sequence around the boundaries of tiles (8), blocks (64) and what a state moves to its front.</summary>
    private static readonly int[] s_frames = [1, 5, 64, 65, 150];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((int features, int filters, int kernel, int dilation) in new[] { (1, 1, 1, 1), (1, 8, 3, 1), (3, 5, 2, 4), (8, 8, 3, 1), (8, 16, 4, 1), (9, 17, 3, 7), (16, 16, 2, 1), (5, 40, 2, 30), (2, 3, 3, 70), (40, 24, 6, 3) })
        {
            cases.Add(
                $"CausalConv1D of {features} by {filters}, {kernel} taps, {dilation} apart",
                Of(features, new CausalConv1D(filters, kernel, dilation, bias: kernel != 2), new CausalConv1D(filters, kernel, dilation), Activation.Tanh(), new Dense(3)));
        }

        cases.Add("CausalConv1D alone", Of(4, new CausalConv1D(3, 2)));
        cases.Add("CausalConv1D behind another, dilated", Of(2, new CausalConv1D(8, 2), Activation.ReLU(), new CausalConv1D(8, 2, 2), Activation.ReLU(), new CausalConv1D(8, 2, 4), Activation.ReLU(), new CausalConv1D(1, 2, 8)));
        cases.Add("Sequence without time", Of(4, new Dense(6), Activation.Tanh(), new Dense(3)));
        cases.Add("Delay", Of(3, new Delay(1), new Dense(4), Activation.Tanh(), new Delay(80), new Dense(2)));
        cases.Add("Delay alone", Of(11, new Delay(3)));
        foreach ((int features, int values) in new[] { (1, 1), (1, 10), (8, 8), (5, 3), (3, 17), (16, 40) })
            cases.Add($"Context of {values} before {features}", Of(features, new Context(values), new Dense(features), Activation.Tanh(), new Context(values), new Dense(3)));
        cases.Add("Context alone", Of(3, new Context(4)));
        cases.Add(
            "Frames that several layers read",
            Of(5, new Dense(9), Activation.Tanh(), new CausalConv1D(9, 3, 2), new Delay(5) { Inputs = [2] }, new Add { Inputs = [3, 4, 2] }, new CausalConv1D(4, 2) { Inputs = [5] }, new Multiply { Inputs = [5, 2] }, new Concat { Inputs = [7, 6, 0] }, new Dense(2)));
        cases.Add("Frames that are gated", Of(2, new CausalConv1D(7, 3), Activation.Tanh(), new CausalConv1D(7, 3) { Inputs = [0] }, Activation.Sigmoid(), new Multiply { Inputs = [2, 4] }, new CausalConv1D(3, 2, 3)));
        cases.Add("Frames of which some channels are taken", Of(6, new CausalConv1D(12, 3), Activation.Tanh(), new Slice(3, 7), new CausalConv1D(9, 2, 3), new Slice(1, 5)));
        cases.Add(
            "Frames that are subtracted",
            Of(8, new Slice(2, 5), new CausalConv1D(5, 2), Activation.Tanh(), new Slice(3, 5) { Inputs = [0] }, new Subtract { Inputs = [4, 3, 1] }, new CausalConv1D(3, 2, 5), new Slice(0, 3) { Inputs = [5] }, new Subtract { Inputs = [6, 7] }));
        cases.Add("Frames behind Dropout", Of(6, new Dense(9), new Dropout(0), new CausalConv1D(4, 3), new CausalConv1D(5, 2) { Inputs = [1] }, new Concat { Inputs = [3, 4] }, new Dense(2)));
        cases.Add("Frames that are normalized", Of(6, new LayerNorm(epsilon: 0.5f), new CausalConv1D(9, 3), new RMSNorm(epsilon: 0.5f), Activation.GELU(), new CausalConv1D(2, 2)));
        cases.Add("Frames that are images within", Of(12, new Context(4), new Reshape(Extent.Image(2, 2, 4)), new Conv2D(3, 2, 2), Activation.ReLU(), new Flatten(), new CausalConv1D(4, 2)));
        cases.Add("Classes of frames", new(new(Extent.Frames(4), [new CausalConv1D(8, 3), Activation.ReLU(), new Dense(5)], new SoftmaxCrossEntropy(labels: true)), s_frames));
        cases.Add("Probabilities of frames", new(new(Extent.Frames(4), [new CausalConv1D(8, 3), Activation.ReLU(), new Dense(5)], new SoftmaxCrossEntropy(labels: false)), s_frames));
        foreach ((int features, int hidden) in new[] { (1, 1), (3, 7), (1, 8), (5, 17), (16, 16), (9, 33), (2, 40) })
        {
            cases.Add($"LSTM of {features} with {hidden}", Of(features, new LSTM(hidden), new Dense(2)));
            cases.Add($"GRU of {features} with {hidden}", Of(features, new GRU(hidden), new Dense(2)));
            cases.Add($"GRU of {features} with {hidden}, reset before", Of(features, new ResetBeforeGRU(hidden), new Dense(2)));
            cases.Add($"RNN of {features} with {hidden}", Of(features, new RNN(hidden), new Dense(2)));
        }

        foreach ((int features, int hidden) in new[] { (1, 1), (3, 7), (5, 17), (16, 16), (2, 64) })
        {
            cases.Add($"LSTM of {features} with {hidden}, both directions", Of(features, new Bidirectional(() => new LSTM(hidden)), new Dense(2)));
            cases.Add($"GRU of {features} with {hidden}, both directions", Of(features, new Dense(features), Activation.Tanh(), new Bidirectional(() => new GRU(hidden)), new Dense(2)));
            cases.Add($"GRU of {features} with {hidden}, reset before, both directions", Of(features, new Bidirectional(() => new ResetBeforeGRU(hidden)), new Dense(2)));
            cases.Add($"RNN of {features} with {hidden}, both directions", Of(features, new Bidirectional(() => new RNN(hidden)), new Dense(2)));
        }

        cases.Add("Bidirectional LSTM alone", Of(3, new Bidirectional(() => new LSTM(5))));
        cases.Add(
            "Bidirectional layers behind each other",
            Of(2, new CausalConv1D(6, 3), Activation.ReLU(), new Bidirectional(() => new LSTM(5)), new Bidirectional(() => new GRU(4)), new CausalConv1D(6, 2), new Add { Inputs = [5, 2] }, new LastFrame(), new Dense(3)));
        cases.Add("LSTM alone", Of(3, new LSTM(5)));
        cases.Add("GRU alone", Of(3, new GRU(5)));
        cases.Add("RNN alone", Of(3, new RNN(5)));
        cases.Add("Recurrent layers behind each other", Of(2, new Dense(6), new LSTM(9), new GRU(8), Activation.Tanh(), new RNN(4), new Dense(3)));
        cases.Add("Recurrent layers that others read too", Of(3, new GRU(6), new LSTM(6), new CausalConv1D(6, 2) { Inputs = [1] }, new Add { Inputs = [1, 2, 3] }, new Delay(2), new Dense(2)));
        foreach ((string name, Func<OracleLayer> reduction) in new (string, Func<OracleLayer>)[] { ("LastFrame", () => new LastFrame()), ("MeanOverTime", () => new MeanOverTime()), ("MaxOverTime", () => new MaxOverTime()) })
        {
            cases.Add($"{name} alone", Of(5, reduction()));
            cases.Add($"{name} of an LSTM", Of(3, new LSTM(11), reduction(), new Dense(17), Activation.ReLU(), new Dense(2)));
            cases.Add($"{name} of a convolution", Of(9, new CausalConv1D(20, 3, 2), Activation.ReLU(), reduction(), new Dropout(0), new Dense(40), new LayerNorm(epsilon: 0.5f), Activation.GELU(), new Dense(3)));
            cases.Add($"{name}, and classes of sequences", new(new(Extent.Frames(4), [new GRU(8), reduction(), new Dense(5)], new SoftmaxCrossEntropy(labels: true)), s_frames));
        }

        cases.Add(
            "Sequences that are reduced in several ways",
            Of(3, new GRU(6), new LastFrame(), new MaxOverTime { Inputs = [1] }, new MeanOverTime { Inputs = [1] }, new Concat { Inputs = [2, 3, 4] }, new Dense(6), new Add { Inputs = [6, 2] }, new Dense(2)));
        cases.Add("Sequences with a large head", Of(8, new Dense(40), Activation.Tanh(), new MeanOverTime(), new Dense(520), Activation.ReLU(), new Dense(130)));
        cases.Add("Sequences that become images", Of(12, new Dense(96), new MeanOverTime(), new Reshape(Extent.Image(6, 4, 4)), new Conv2D(8, 3, 3, padding: 1), Activation.ReLU(), new MaxPool2D(2, 2), new GlobalAvgPool(), new Dense(2)));
        cases.Add("Wide frames", Of(100, new CausalConv1D(130, 3, 2), Activation.ReLU(), new Dense(3)));
        cases.Add("Wide frames, delayed", Of(128, new Dense(20), new Delay(2), new CausalConv1D(128, 2), new Dense(3)));
    }

    private static ValueCase Of(int features, params OracleLayer[] layers) => ValueCase.Of(s_frames, Extent.Frames(features), layers);
}
