using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Catalogue;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Values;

/// <summary>One layer or loss each, and what is fused.</summary>
public sealed class NaNNetworks
{
    // Hands each number on as it is, so that a neighbour's NaN does not arrive.
    private const string Copy = "Conv2D(1, 1, Initializer = Initializer.Constant, InitialValue = 1, Bias = false)";

    // Sums 2×2 numbers.
    private const string Sum = "Conv2D(1, 2, Initializer = Initializer.Constant, InitialValue = 1, Bias = false)";

    /// <summary>
    /// All that are a function of each number by itself: not softmax, nor its logarithm. One's own is what its method is: that of the tests has a sine, which makes
    /// NaN of infinity.
    /// </summary>
    internal static IReadOnlyList<string> Activations { get; } =
        [.. CatalogueNames.Layers.Where(name => name is not ("Softmax" or "LogSoftmax" or "Activation") && LayerCatalogue.Default(name + "Attribute").IsActivation)];

    private static readonly (string Name, string Shape, string Layer)[] s_rows =
    [
        ("LayerNormed", "9", "LayerNorm"), ("RMSNormed", "9", "RMSNorm"), ("LayerNormedImage", "3, 1, 3", "LayerNorm"), ("RMSNormedImage", "3, 1, 3", "RMSNorm"),
        ("InstanceNormed", "3, 1, 3", "InstanceNorm"), ("GroupNormed", "3, 1, 3", "GroupNorm(3)"),
        ("LayerNormedPositions", "3, 1, 3", "LayerNorm(PerPosition = true)"), ("RMSNormedPositions", "3, 1, 3", "RMSNorm(PerPosition = true)"),
    ];

    private static readonly string s_source = string.Concat((string[])
    [
        .. Activations.Select(activation => Class(activation + "Alone", $"Input(1, 1, 9, Gradient = true), {activation}{EveryLayer.Arguments(activation)}, MeanSquaredError")),
        .. Activations.Select(activation => Class(activation + "Fused", $"Input(1, 1, 9, Gradient = true), {Copy}, {activation}{EveryLayer.Arguments(activation)}, MeanSquaredError")),
        .. Activations.Select(activation => Class(activation + "Pooled", $"Input(1, 3, 3, Gradient = true), {Sum}, {activation}{EveryLayer.Arguments(activation)}, MaxPool2D(2), MeanSquaredError")),
        Class("Softmaxed", "Input(3, Gradient = true), Softmax, MeanSquaredError"),
        .. s_rows.Select(row => Class(row.Name, $"Input({row.Shape}, Gradient = true), {row.Layer}, MeanSquaredError")),
        Class("LogSoftmaxed", "Input(3, Gradient = true), LogSoftmax, MeanSquaredError"),
        Class("Pool", "Input(1, 2, 2, Gradient = true), MaxPool2D(2), MeanSquaredError"),
        Class("WidePool", "Input(17, 2, 2, Gradient = true), MaxPool2D(2), MeanSquaredError"),
        Class("OverlappingPool", "Input(1, 2, 3, Gradient = true), MaxPool2D(2, Stride = 1), MeanSquaredError"),
        Class("PaddedPool", "Input(1, 3, 3, Gradient = true), MaxPool2D(3, Stride = 1, Padding = 1), MeanSquaredError"),
        Class("ColumnPool", "Input(1, 4, 34), Conv2D(3, 1, Initializer = Initializer.Constant, InitialValue = 1, Bias = false), MaxPool2D(2), MeanSquaredError"),
        Class("Mean", "Input(1, 2, 4, Gradient = true), AvgPool2D(2), MeanSquaredError"),
        Class("GlobalMean", "Input(2, 2, 2, Gradient = true), GlobalAvgPool, MeanSquaredError"),
        Class("GlobalMaximum", "Input(2, 2, 2, Gradient = true), GlobalMaxPool, MeanSquaredError"),
        Class("Copies", "Input(1, 2, Gradient = true), Pad(1, Mode = PadMode.Replicate), MeanSquaredError"),
        Class("Thinned", "Input(33, Gradient = true), Dropout(0.5), MeanSquaredError"),
        Class("Squared", "Input(3, Gradient = true), Dropout(0), MeanSquaredError"),
        Class("Absolute", "Input(3, Gradient = true), Dropout(0), MeanAbsoluteError"),
        Class("Limited", "Input(3, Gradient = true), Dropout(0), Huber"),
        Class("LimitedSlope", "Input(3, Gradient = true), Dropout(0), SmoothL1"),
        Class("Counts", "Input(3, Gradient = true), Dropout(0), Poisson"),
        Class("Margin", "Input(3, Gradient = true), Dropout(0), Hinge"),
        Class("Divergence", "Input(3, Gradient = true), Dropout(0), KLDivergence"),
        Class("Binary", "Input(3, Gradient = true), Dropout(0), BinaryCrossEntropy"),
        Class("Classes", "Input(3, Gradient = true), Dropout(0), SoftmaxCrossEntropy"),
    ]);

    /// <summary>For each target.</summary>
    internal IReadOnlyList<NetworkAssembly> All { get; } = [NetworkAssembly.Compile(s_source), .. NetworkAssembly.CompileOthers(s_source)];

    private static string Class(string name, string attributes) =>
        $"/// <summary>A network.</summary>\n[Network, {attributes}]\npublic sealed partial class {name};\n";
}
