using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Networks whose numbers are far from the ordinary.</summary>
public sealed class EdgeNetworks
{
    private static readonly string s_source = string.Concat(
        Class("Classes", "Input(2, Gradient = true), Dropout(0), SoftmaxCrossEntropy"),
        Class("Binary", "Input(1, Gradient = true), Dropout(0), BinaryCrossEntropy"),
        Class("ELUAlone", "Input(5, Gradient = true), ELU, MeanSquaredError"),
        Class("ELUFused", "Input(1, 1, 5, Gradient = true), Conv2D(1, 1, Initializer = Initializer.Constant, InitialValue = 1, Bias = false), ELU, MeanSquaredError"),
        Class("ELUDense", "Input(1, Gradient = true), Dense(1, Initializer = Initializer.Constant, InitialValue = 1, Bias = false), ELU, MeanSquaredError"),
        Class("HugeMean", "Input(1, 2, 2, Gradient = true), AvgPool2D(65536, Stride = 1, Padding = Padding.Same), MeanSquaredError"),
        Class("HugeMaximum", "Input(1, 2, 2, Gradient = true), MaxPool2D(65536, Stride = 1, Padding = Padding.Same), MeanSquaredError"),
        Class("WideMean", "Input(1, 1, 2, Gradient = true), AvgPool2D(9, 268435455, Stride = 1, Padding = Padding.Same), MeanSquaredError"),
        Class("Line", "Input(1), Dense(1), MeanAbsoluteError"),
        Class("Image", "Input(1, 2, 2), Conv2D(1, 2), MeanAbsoluteError"));

    /// <summary>For each target.</summary>
    internal IReadOnlyList<NetworkAssembly> All { get; } = [NetworkAssembly.Compile(s_source), .. NetworkAssembly.CompileOthers(s_source)];

    private static string Class(string name, string attributes) =>
        $"/// <summary>A network.</summary>\n[Network, {attributes}]\npublic sealed partial class {name};\n";
}
