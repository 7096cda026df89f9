using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>ConvTranspose1D and ConvTranspose2D: channels that fill no panel, on both sides, and strides that leave gaps.</summary>
internal static class ConvTransposeCases
{
    private const int Same = WindowRange.Same;

    private static readonly (string Name, Extent Input, Func<OracleLayer> Create)[] s_cases =
    [
        ("3x3", Extent.Image(3, 4, 5), () => new ConvTranspose(5, [3, 3])),
        ("1x1", Extent.Image(9, 3, 2), () => new ConvTranspose(4, [1, 1])),
        ("2x2, stride 2", Extent.Image(17, 3, 4), () => new ConvTranspose(9, [2, 2], stride: 2)),
        ("4x4, stride 2, padded", Extent.Image(5, 4, 3), () => new ConvTranspose(17, [4, 4], stride: 2, padding: 1)),
        ("3x3, stride 2, padded at the end too", Extent.Image(4, 3, 5), () => new ConvTranspose(3, [3, 3], stride: 2, padding: 1, outputPadding: 1)),
        ("2x3, stride 4, with gaps", Extent.Image(2, 3, 2), () => new ConvTranspose(8, [2, 3], stride: 4, outputPadding: 3, bias: false)),
        ("3x2, stride 3", Extent.Image(8, 2, 3), () => new ConvTranspose(33, [3, 2], stride: 3, padding: 1, outputPadding: 2)),
        ("of one position", Extent.Image(20, 1, 1), () => new ConvTranspose(6, [4, 4])),
        ("to one channel", Extent.Image(6, 5, 4), () => new ConvTranspose(1, [3, 3], padding: 1)),
        ("from one channel", Extent.Image(1, 5, 4), () => new ConvTranspose(6, [3, 3], stride: 2)),
        ("same", Extent.Image(3, 4, 3), () => new ConvTranspose(4, [3, 3], stride: 2, padding: Same)),
        ("same, with gaps", Extent.Image(3, 2, 3), () => new ConvTranspose(4, [2, 1], stride: 3, padding: Same)),
        ("much cut off", Extent.Image(2, 4, 4), () => new ConvTranspose(3, [3, 4], padding: 2)),
        ("more than 48 channels", Extent.Image(50, 2, 2), () => new ConvTranspose(49, [2, 2])),
        ("of a signal", Extent.Signal(3, 9), () => new ConvTranspose(5, [4], stride: 2, padding: 1)),
        ("of a signal, stride 3", Extent.Signal(9, 5), () => new ConvTranspose(2, [3], stride: 3, outputPadding: 2)),
        ("of a signal, same", Extent.Signal(17, 6), () => new ConvTranspose(9, [5], stride: 2, padding: Same, bias: false)),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((string name, Extent input, Func<OracleLayer> create) in s_cases)
        {
            cases.Add($"ConvTranspose {name}", Of(Few, input, create()));

            // Channels that do not exist hold something other than zero.
            cases.Add($"ConvTranspose {name}, in between", Of(Few, input, Activation.Sigmoid(), create(), Activation.Tanh()));
            cases.Add($"ConvTranspose {name}, on the way in", OnTheWayIn(Small, input, create(), Activation.ReLU(), new GlobalAvgPool(), new Dense(2)));
        }

        cases.Add("ConvTranspose between convolutions", Of(
            [1, 3, 33], Extent.Image(2, 6, 6), new Conv2D(9, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new ConvTranspose(5, [2, 2], stride: 2), Activation.ReLU(), new Conv2D(3, 2, 2)));
        cases.Add("ConvTranspose before a pooling", Of(Many, Extent.Image(3, 3, 3), new ConvTranspose(6, [2, 2], stride: 2), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
    }
}
