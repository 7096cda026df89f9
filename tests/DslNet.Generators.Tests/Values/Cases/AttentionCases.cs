using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Attention: heads that fill no vector, one vector, several, and more than fit the registers; contexts of one frame, of no whole group, and beyond a block.</summary>
internal static class AttentionCases
{
    private static readonly int[] s_frames = [1, 5, 64, 65, 150];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((int heads, int head, int context, bool rotary) in new[]
        {
            (1, 1, 1, false), (1, 2, 3, true), (2, 4, 8, false), (3, 5, 9, false), (2, 8, 16, true), (1, 16, 100, true), (4, 6, 7, true), (3, 9, 20, false), (2, 18, 12, true), (1, 33, 30, false), (2, 32, 64, true),
            (1, 72, 10, false), (8, 1, 5, false), (5, 3, 130, false),
        })
        {
            cases.Add(
                $"CausalAttention of {heads} heads of {head} over {context}{(rotary ? ", rotary" : "")}",
                Of(heads * head, new CausalAttention(heads, context, bias: head != 9, rotary), new Dense(3)));
        }

        cases.Add("CausalAttention alone", Of(6, new CausalAttention(2, 4)));
        cases.Add("CausalAttention that is activated", Of(6, new Dense(8), new CausalAttention(2, 4), Activation.Tanh(), new CausalConv1D(3, 2)));
        cases.Add("CausalAttention whose frames are kept", Of(6, new Dense(8), new CausalAttention(2, 4), new CausalConv1D(3, 2), new CausalAttention(1, 3)));
        cases.Add(
            "A block of a transformer",
            Of(
                16, new LayerNorm(epsilon: 0.5f), new CausalAttention(2, 40), new Add { Inputs = [2, 0] }, new LayerNorm(epsilon: 0.5f), new Dense(24), Activation.GELU(), new Dense(16),
                new Add { Inputs = [7, 3] }, new Dense(2)));
        cases.Add("CausalAttention behind another", Of(8, new CausalAttention(2, 12, rotary: true), new CausalAttention(1, 30, bias: false), new Dense(2)));
        cases.Add("CausalAttention of tokens at positions", ValueCase.Of(s_frames, Extent.TokenFrames(11), new Embedding(8), new Positions(150), new CausalAttention(2, 64), new Dense(11)));
    }

    private static ValueCase Of(int features, params OracleLayer[] layers) => ValueCase.Of(s_frames, Extent.Frames(features), layers);
}
