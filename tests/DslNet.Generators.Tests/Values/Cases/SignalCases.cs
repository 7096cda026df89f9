using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Layers that take a signal as well as an image: channels that fill no vector, and one position.</summary>
internal static class SignalCases
{
    private static readonly (string Name, Func<OracleLayer> Create)[] s_kinds =
    [
        ("Flatten", () => new Flatten()), ("Tanh", () => Activation.Tanh()), ("Softmax", () => new Softmax()), ("LogSoftmax", () => new LogSoftmax()),
        ("PReLU", () => new PReLU()), ("PReLU per channel", () => new PReLU(perChannel: true)), ("LayerNorm", () => new LayerNorm()),
        ("RMSNorm per position", () => new RMSNorm(perPosition: true)), ("GroupNorm", () => new GroupNorm(1)), ("Dropout", () => new Dropout(0)),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((string name, Func<OracleLayer> create) in s_kinds)
        {
            foreach ((int channels, int length) in new[] { (3, 1), (4, 19), (17, 5) })
                cases.Add($"{name}, a signal of {channels}×{length}", Of(Few, Extent.Signal(channels, length), create()));
            cases.Add($"{name}, a signal before Dense", Of(Few, Extent.Signal(5, 7), [Activation.Tanh(), create(), .. ToVector(name), new Dense(3)]));
            cases.Add($"{name}, a signal without input gradient", OnTheWayIn(Few, Extent.Signal(9, 6), [create(), .. ToVector(name), new Dense(2)]));
        }

        cases.Add("InstanceNorm, a signal of 3×11", Of(Few, Extent.Signal(3, 11), new InstanceNorm(affine: true)));
        cases.Add("Add of signals", Of(Few, Extent.Signal(5, 9), Activation.Tanh(), new Add { Inputs = [1, 0] }));
        cases.Add("Concat of signals", Of(Few, Extent.Signal(5, 9), Activation.Tanh(), new Concat { Inputs = [1, 0] }, new GroupNorm(5)));
    }

    private static OracleLayer[] ToVector(string name) => name == "Flatten" ? [] : [new Flatten()];
}
