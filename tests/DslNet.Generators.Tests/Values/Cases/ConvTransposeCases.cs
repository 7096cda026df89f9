using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>ConvTranspose1D and ConvTranspose2D: channels that fill no panel, on both sides, strides that leave gaps, taps apart, and groups of channels.</summary>
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
        ("dilated", Extent.Image(3, 4, 5), () => new ConvTranspose(7, [3, 3], dilation: 2)),
        ("dilated, stride 2", Extent.Image(9, 3, 4), () => new ConvTranspose(5, [3, 2], stride: 2, padding: 2, outputPadding: 2, dilation: 3)),
        ("dilated by the stride", Extent.Image(2, 4, 3), () => new ConvTranspose(5, [2, 3], stride: 2, padding: 1, outputPadding: 1, dilation: 2)),
        ("dilated, same", Extent.Image(2, 4, 3), () => new ConvTranspose(5, [3, 2], stride: 3, padding: Same, dilation: 2)),
        ("2 groups, 4 to 6", Extent.Image(4, 3, 4), () => new ConvTranspose(6, [3, 3], stride: 2, groups: 2)),
        ("2 groups, 32 to 48", Extent.Image(32, 2, 3), () => new ConvTranspose(48, [2, 2], stride: 2, groups: 2)),
        ("2 groups, 32 to 10", Extent.Image(32, 2, 3), () => new ConvTranspose(10, [3, 2], padding: 1, groups: 2)),
        ("2 groups, 10 to 32", Extent.Image(10, 2, 3), () => new ConvTranspose(32, [3, 2], padding: 1, groups: 2, bias: false)),
        ("3 groups, 60 to 60", Extent.Image(60, 2, 2), () => new ConvTranspose(60, [2, 3], stride: 2, padding: 1, outputPadding: 1, groups: 3)),
        ("8 groups, 64 to 64", Extent.Image(64, 2, 2), () => new ConvTranspose(64, [2, 2], groups: 8)),
        ("3 groups, dilated, same", Extent.Image(6, 3, 2), () => new ConvTranspose(9, [3, 2], stride: 2, padding: Same, dilation: 2, groups: 3)),
        ("channel by channel", Extent.Image(9, 4, 5), () => new ConvTranspose(9, [3, 3], stride: 2, padding: 1, outputPadding: 1, groups: 9)),
        ("channel by channel, stride 1", Extent.Image(40, 3, 4), () => new ConvTranspose(40, [2, 3], groups: 40)),
        ("channel by channel, with gaps", Extent.Image(5, 3, 4), () => new ConvTranspose(5, [2, 2], stride: 3, outputPadding: 2, groups: 5, bias: false)),
        ("channel by channel, dilated", Extent.Image(17, 3, 4), () => new ConvTranspose(17, [3, 2], stride: 2, padding: 2, outputPadding: 1, dilation: 3, groups: 17)),
        ("channel by channel, same", Extent.Image(6, 3, 4), () => new ConvTranspose(6, [5, 3], stride: 2, padding: Same, groups: 6)),
        ("channel by channel, 3 filters each", Extent.Image(7, 3, 4), () => new ConvTranspose(21, [3, 3], stride: 2, padding: 1, groups: 7)),
        ("channel by channel, 2 filters each, stride 1", Extent.Image(16, 3, 4), () => new ConvTranspose(32, [2, 3], groups: 16, bias: false)),
        ("of a signal, 2 groups, dilated", Extent.Signal(6, 9), () => new ConvTranspose(4, [4], stride: 2, padding: 2, dilation: 2, groups: 2)),
        ("of a signal, channel by channel", Extent.Signal(9, 7), () => new ConvTranspose(9, [4], stride: 2, padding: 1, groups: 9)),
        ("of a signal, channel by channel, wide kernel", Extent.Signal(9, 40), () => new ConvTranspose(9, [25], stride: 2, padding: 12, groups: 9)),
        ("of a signal, channel by channel, 2 filters each, dilated", Extent.Signal(5, 7), () => new ConvTranspose(10, [3], stride: 3, padding: Same, dilation: 2, groups: 5)),
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
