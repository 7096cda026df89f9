using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>What all windows that are pooled are tried with: that fit, overlap, leave gaps and rows out, or reach over the border.</summary>
internal static class PoolingCases
{
    private const int Same = WindowRange.Same;

    /// <param name="cases">Receives the cases.</param>
    /// <param name="kind">The pooling's name.</param>
    /// <param name="pool">Creates one of a height, a width, a stride (null for the window's size), a padding, and whether its size is rounded up.</param>
    public static void Add(Dictionary<string, ValueCase> cases, string kind, Func<int, int, int?, int, bool, OracleLayer> pool)
    {
        cases.Add($"{kind} 2x2", Pooled(Extent.Image(3, 6, 8), 2, 2));
        cases.Add($"{kind} 2x2 with a rest", Pooled(Extent.Image(9, 7, 5), 2, 2));
        cases.Add($"{kind} 3x2", Pooled(Extent.Image(1, 7, 9), 3, 2));
        cases.Add($"{kind} 1x3", Pooled(Extent.Image(17, 3, 7), 1, 3));
        cases.Add($"{kind} overlapping", Pooled(Extent.Image(7, 7, 8), 3, 3, stride: 1));
        cases.Add($"{kind} overlapping padded", Pooled(Extent.Image(3, 7, 8), 3, 2, stride: 2, padding: 1));
        cases.Add($"{kind} padded by half", Pooled(Extent.Image(8, 5, 4), 5, 4, stride: 3, padding: 2));
        cases.Add($"{kind} with gaps", Pooled(Extent.Image(2, 9, 11), 2, 2, stride: 4));
        cases.Add($"{kind} same", Pooled(Extent.Image(3, 7, 6), 3, 2, stride: 1, padding: Same));
        cases.Add($"{kind} same, stride 2", Pooled(Extent.Image(3, 7, 9), 3, 3, stride: 2, padding: Same));
        cases.Add($"{kind} same, of its size", Pooled(Extent.Image(5, 7, 7), 2, 3, padding: Same));
        cases.Add($"{kind} whole image", Pooled(Extent.Image(33, 3, 5), 3, 5));

        cases.Add($"{kind} rounded up", Pooled(Extent.Image(9, 7, 6), 2, 2, ceil: true));
        cases.Add($"{kind} rounded up, overlapping", Pooled(Extent.Image(3, 6, 8), 3, 3, stride: 2, ceil: true));
        cases.Add($"{kind} rounded up, padded", Pooled(Extent.Image(5, 6, 9), 3, 2, stride: 2, padding: 1, ceil: true));
        cases.Add($"{kind} rounded up, a window in the padding left out", Pooled(Extent.Image(2, 5, 4), 2, 2, stride: 2, padding: 1, ceil: true));
        cases.Add($"{kind} rounded up, a window left out between", Pooled(Extent.Image(2, 5, 6), 2, 2, stride: 4, ceil: true));
        cases.Add($"{kind} rounded up, same", Pooled(Extent.Image(2, 5, 6), 2, 3, padding: Same, ceil: true));
        cases.Add($"{kind} rounded up, behind a convolution", Of(
            Few, Extent.Image(1, 8, 8), new Conv2D(9, 2, 2), Activation.ReLU(), pool(2, 2, null, 0, true), new Flatten(), new Dense(3)));

        // The pooling's input is the caller's, then another layer's.
        ValueCase Pooled(Extent input, int height, int width, int? stride = null, int padding = 0, bool ceil = false) => Of(
            Few, input, pool(height, width, stride, padding, ceil), new Conv2D(3, 1, 1), Activation.Tanh(), pool(1, 1, null, 0, false));
    }

    /// <summary>The same over signals.</summary>
    /// <param name="cases">Receives the cases.</param>
    /// <param name="kind">The pooling's name.</param>
    /// <param name="pool">Creates one of a length, a stride (null for the window's length), a padding, and whether its size is rounded up.</param>
    public static void AddSignals(Dictionary<string, ValueCase> cases, string kind, Func<int, int?, int, bool, OracleLayer> pool)
    {
        cases.Add($"{kind} of 2", Pooled(Extent.Signal(9, 12), 2));
        cases.Add($"{kind} with a rest", Pooled(Extent.Signal(3, 11), 3));
        cases.Add($"{kind} overlapping", Pooled(Extent.Signal(17, 9), 3, stride: 1));
        cases.Add($"{kind} padded by half", Pooled(Extent.Signal(2, 9), 5, stride: 2, padding: 2));
        cases.Add($"{kind} with gaps", Pooled(Extent.Signal(5, 11), 2, stride: 4));
        cases.Add($"{kind} same", Pooled(Extent.Signal(4, 10), 4, stride: 3, padding: Same));
        cases.Add($"{kind} rounded up", Pooled(Extent.Signal(9, 11), 3, ceil: true));
        cases.Add($"{kind} rounded up, padded", Pooled(Extent.Signal(3, 10), 4, stride: 3, padding: 2, ceil: true));
        cases.Add($"{kind} of all, which is long", Pooled(Extent.Signal(33, 40), 40));

        ValueCase Pooled(Extent input, int kernel, int? stride = null, int padding = 0, bool ceil = false) => Of(
            Few, input, Activation.Tanh(), pool(kernel, stride, padding, ceil), Activation.Tanh(), new Flatten(), new Dense(2));
    }
}
