using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>GlobalAvgPool, GlobalMaxPool and AdaptiveAvgPool.</summary>
internal static class GlobalPoolCases
{
    // Windows that are alike, that differ and overlap, and that are read by several outputs.
    private static readonly (Extent Input, int[] Size)[] s_adaptive =
    [
        (Extent.Image(9, 6, 8), [3, 4]), (Extent.Image(3, 7, 9), [3, 4]), (Extent.Image(17, 5, 5), [5, 2]), (Extent.Image(2, 2, 3), [4, 5]), (Extent.Image(5, 12, 1), [1, 1]),
        (Extent.Signal(9, 12), [4]), (Extent.Signal(3, 11), [4]), (Extent.Signal(2, 3), [7]), (Extent.Signal(17, 40), [1]),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("GlobalAvgPool", Of(Few, Extent.Image(17, 5, 7), new GlobalAvgPool()));
        cases.Add("GlobalAvgPool in between", Of(Many, Extent.Image(1, 4, 5), new Conv2D(9, 2, 2), Activation.ReLU(), new GlobalAvgPool(), new Dense(3)));
        cases.Add("GlobalAvgPool of one place", Of(Small, Extent.Image(3, 1, 1), new GlobalAvgPool()));
        cases.Add("GlobalAvgPool of a signal", Of(Few, Extent.Signal(9, 11), new GlobalAvgPool()));
        cases.Add("GlobalAvgPool of a signal in between", Of(Many, Extent.Signal(3, 6), Activation.Tanh(), new GlobalAvgPool(), new Dense(3)));

        cases.Add("GlobalMaxPool", Of(Few, Extent.Image(17, 5, 7), new GlobalMaxPool()));
        cases.Add("GlobalMaxPool of a few", Of(Few, Extent.Image(9, 2, 3), Activation.Tanh(), new GlobalMaxPool(), Activation.Tanh()));
        cases.Add("GlobalMaxPool in between", Of(Many, Extent.Image(1, 4, 5), new Conv2D(9, 2, 2), Activation.ReLU(), new GlobalMaxPool(), new Dense(3)));
        cases.Add("GlobalMaxPool of one place", Of(Small, Extent.Image(3, 1, 1), new GlobalMaxPool()));
        cases.Add("GlobalMaxPool of a signal", Of(Few, Extent.Signal(33, 30), new GlobalMaxPool()));
        cases.Add("GlobalMaxPool of what is read twice", Of(
            Few, Extent.Signal(4, 5), Activation.Tanh(), new GlobalMaxPool(), new GlobalAvgPool { Inputs = [1] }, new Concat { Inputs = [3, 2] }, new Dense(2)));

        foreach ((Extent input, int[] size) in s_adaptive)
        {
            string name = $"AdaptiveAvgPool of {input.Arguments} to {string.Join(", ", size)}";
            cases.Add(name, Of(Few, input, new AdaptiveAvgPool(size)));
            cases.Add(name + ", in between", Of(Few, input, Activation.Tanh(), new AdaptiveAvgPool(size), Activation.Tanh()));
        }
    }
}
