namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Every activation, with each of its settings that is tried: one list for central differences, value cases and random networks.</summary>
internal static class TriedActivations
{
    /// <summary>Each with a name of its own.</summary>
    public static IReadOnlyList<(string Name, Func<OracleLayer> Create)> All { get; } =
    [
        ("ReLU", Activation.ReLU), ("LeakyReLU", () => Activation.LeakyReLU(0.01f)), ("LeakyReLU 0", () => Activation.LeakyReLU(0)),
        ("LeakyReLU 1.5", () => Activation.LeakyReLU(1.5f)), ("ELU", () => Activation.ELU(1)), ("ELU 0.3", () => Activation.ELU(0.3f)),
        ("ELU 0", () => Activation.ELU(0)), ("ELU 2", () => Activation.ELU(2)), ("GELU", Activation.GELU), ("GELU approximate", Activation.ApproximateGELU), ("SiLU", Activation.SiLU),
        ("Mish", Activation.Mish), ("Softplus", Activation.Softplus), ("Sigmoid", Activation.Sigmoid), ("Tanh", Activation.Tanh), ("Softmax", () => new Softmax()),
        ("LogSoftmax", () => new LogSoftmax()),
        ("ReLU6", Activation.ReLU6), ("SELU", Activation.SELU), ("CELU", () => Activation.CELU(1)), ("CELU 0.3", () => Activation.CELU(0.3f)),
        ("HardSigmoid", Activation.HardSigmoid), ("HardSwish", Activation.HardSwish), ("HardTanh", () => Activation.HardTanh(-1, 1)),
        ("HardTanh to 0.25", () => Activation.HardTanh(-2, 0.25f)), ("Softsign", Activation.Softsign), ("LogSigmoid", Activation.LogSigmoid),
        ("Softshrink", () => Activation.Softshrink(0.5f)), ("Softshrink 0", () => Activation.Softshrink(0)),
        ("HardShrink", () => Activation.HardShrink(0.5f)), ("HardShrink 0", () => Activation.HardShrink(0)), ("Threshold", () => Activation.Threshold(0, 0)),
        ("Threshold 0.1", () => Activation.Threshold(0.1f, 2)),
        ("own Snake", Activation.Snake), ("own Mish", Activation.OwnMish), ("own piecewise linear", () => Activation.PiecewiseLinear(0.1f, 1.5f)), ("own bump", Activation.Bump),
        ("PReLU", () => new PReLU()), ("PReLU per channel", () => new PReLU(perChannel: true)),
    ];
}
