using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Sequences of tokens, and learned positions of frames: features that fill no vector, and tables that are longer than the sequences or just as long.</summary>
internal static class TokenFrameCases
{
    private static readonly int[] s_frames = [1, 5, 64, 65, 150];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((int vocabulary, int features) in new[] { (1, 1), (7, 5), (65, 16), (300, 33) })
        {
            cases.Add($"TokenSequence of {vocabulary} by {features}", Of(Extent.TokenFrames(vocabulary), new Embedding(features), new CausalConv1D(5, 3), Activation.Tanh(), new Dense(3)));
            cases.Add($"TokenSequence of {vocabulary} by {features} at positions", Of(Extent.TokenFrames(vocabulary), new Embedding(features), new Positions(150), new GRU(4), new Dense(3)));
        }

        cases.Add("TokenSequence alone", Of(Extent.TokenFrames(5), new Embedding(3)));
        cases.Add("TokenSequence padded", Of(Extent.TokenFrames(4), new Embedding(9, padding: 2), new Delay(2), new Dense(2)));
        cases.Add(
            "Classes of tokens",
            new(new(Extent.TokenFrames(11), [new Embedding(6), new CausalConv1D(9, 4), Activation.ReLU(), new Dense(11)], new SoftmaxCrossEntropy(labels: true)), s_frames));
        foreach (int features in new[] { 1, 8, 17, 40 })
            cases.Add($"Positions of {features}", Of(Extent.Frames(features), new Positions(151), new Dense(4), Activation.Tanh(), new Positions(500), new CausalConv1D(2, 2)));
        cases.Add("Positions alone", Of(Extent.Frames(3), new Positions(150)));
        cases.Add("Positions that others read too", Of(Extent.Frames(5), new Dense(6), new Positions(200), new Add { Inputs = [1, 2] }, new Delay(3) { Inputs = [2] }, new Concat { Inputs = [3, 4] }));
    }

    private static ValueCase Of(Extent input, params OracleLayer[] layers) => ValueCase.Of(s_frames, input, layers);
}
