using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>One layer or loss each, with a kink.</summary>
public sealed class KinkNetworks
{
    private static readonly string s_source = string.Concat(
        Class("Pool", "Input(1, 2, 2, Gradient = true), MaxPool2D(2), MeanSquaredError"),
        Class("OverlappingPool", "Input(1, 2, 3, Gradient = true), MaxPool2D(2, Stride = 1), MeanSquaredError"),
        Class("RoutedPool", "Input(1, 3, 3, Gradient = true), Conv2D(1, 2, Initializer = Initializer.Constant, InitialValue = 1, Bias = false), MaxPool2D(2), MeanSquaredError"),
        Class("PaddedPool", "Input(1, 1, 1, Gradient = true), MaxPool2D(3, Padding = 1), MeanSquaredError"),
        Class("Rectified", "Input(2, Gradient = true), ReLU, MeanSquaredError"),
        Class("Leaky", "Input(2, Gradient = true), LeakyReLU(NegativeSlope = 0.25f), MeanSquaredError"),
        Class("Learned", "Input(2, Gradient = true), PReLU, MeanSquaredError"),
        Class("Exponential", "Input(2, Gradient = true), ELU(Alpha = 0.5f), MeanSquaredError"),
        Class("ExponentialScaled", "Input(2, Gradient = true), SELU, MeanSquaredError"),
        Class("ExponentialSmooth", "Input(2, Gradient = true), CELU(Alpha = 0.5f), MeanSquaredError"),
        Class("RectifiedToSix", "Input(2, Gradient = true), ReLU6, MeanSquaredError"),
        Class("Clamped", "Input(2, Gradient = true), HardTanh(MinValue = -2, MaxValue = 0.5f), MeanSquaredError"),
        Class("HardGate", "Input(2, Gradient = true), HardSigmoid, MeanSquaredError"),
        Class("HardSwished", "Input(2, Gradient = true), HardSwish, MeanSquaredError"),
        Class("SoftShrunk", "Input(2, Gradient = true), Softshrink, MeanSquaredError"),
        Class("HardShrunk", "Input(2, Gradient = true), HardShrink, MeanSquaredError"),
        Class("AboveHalf", "Input(2, Gradient = true), Threshold(0.5, 2), MeanSquaredError"),
        Class("OwnKinks", "Input(3, Gradient = true), Activation(typeof(Own), nameof(Own.Kinks)), MeanAbsoluteError"),
        Class("Absolute", "Input(2, Gradient = true), Dropout(0), MeanAbsoluteError"),
        Class("Limited", "Input(4, Gradient = true), Dropout(0), Huber(Delta = 0.5f)"),
        Class("LimitedSlope", "Input(4, Gradient = true), Dropout(0), SmoothL1(Beta = 0.5f)"),
        Class("Margin", "Input(2, Gradient = true), Dropout(0), Hinge"));

    /// <summary>For each target.</summary>
    internal IReadOnlyList<NetworkAssembly> All { get; } = [NetworkAssembly.Compile(s_source), .. NetworkAssembly.CompileOthers(s_source)];

    private static string Class(string name, string attributes) =>
        $"/// <summary>A network.</summary>\n[Network, {attributes}]\npublic sealed partial class {name};\n";
}
