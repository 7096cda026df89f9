using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Batch normalization: channels around vectors, columns and panels, positions around pairs, and batches of several groups.</summary>
internal static class BatchNormCases
{
    private static readonly int[] s_few = [5, 9, 33], s_many = [7, 130];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach (int features in new[] { 1, 3, 7, 8, 9, 16, 21, 32, 33, 43, 52, 64, 100 })
            cases.Add($"BatchNorm, {features} features", Of(s_few, Extent.Vector(features), new BatchNorm(), new Dense(2)));
        foreach ((int channels, int height, int width) in new[] { (1, 1, 2), (3, 1, 2), (4, 1, 1), (5, 2, 2), (8, 3, 3), (12, 1, 5), (17, 3, 5), (33, 2, 2), (52, 2, 3), (64, 1, 3), (72, 3, 3), (150, 1, 3) })
            cases.Add($"BatchNorm, an image of {channels}×{height}×{width}", Of(s_few, Extent.Image(channels, height, width), new BatchNorm(), new GlobalAvgPool()));

        cases.Add("BatchNorm behind a convolution", Of(s_few, Extent.Image(2, 5, 5), new Conv2D(9, 3, 2, bias: false), new BatchNorm(), Activation.ReLU(), new Flatten(), new Dense(2)));
        cases.Add("BatchNorm behind a convolution over width", Of(s_few, Extent.Image(1, 8, 20), new Conv2D(4, 3, 3), new BatchNorm(), new AvgPool2D(2, 2), new Flatten(), new Dense(2)));
        cases.Add("BatchNorm behind a convolution by Winograd", Of(s_few, Extent.Image(8, 9, 9), new Conv2D(16, 3, 3), new BatchNorm(), Activation.Tanh(), new GlobalAvgPool()));
        cases.Add("BatchNorm of images, around a block", Of(
            s_few, Extent.Image(2, 4, 5), new Conv2D(9, 3, 3), new BatchNorm(0.1f, 1), Activation.ReLU(), new Conv2D(9, 1, 1), new BatchNorm(0.1f, 1), new Add { Inputs = [3, 5] }, Activation.GELU(),
            new Conv2D(17, 1, 2), new BatchNorm(0.1f, 1), Activation.GELU(), new GlobalAvgPool()));
        cases.Add("BatchNorm behind a depthwise convolution", Of(
            s_few, Extent.Image(9, 5, 6), new DepthwiseConv2D(3, 3, padding: 1), new BatchNorm(), Activation.ReLU(), new Conv2D(5, 1, 1), new GlobalAvgPool()));
        cases.Add("BatchNorm behind a depthwise convolution, wide kernel", Of(
            s_few, Extent.Signal(17, 40), new DepthwiseConv1D(25, padding: WindowRange.Same, bias: false), new BatchNorm(), Activation.Tanh(), new GlobalAvgPool()));
        cases.Add("BatchNorm behind several filters for a channel", Of(
            s_few, Extent.Image(5, 4, 6), new DepthwiseConv2D(2, 3, 3), new BatchNorm(), Activation.SiLU(), new GlobalAvgPool()));
        foreach ((int channels, int filters, int groups) in new[] { (4, 6, 2), (32, 48, 2), (60, 60, 3) })
        {
            cases.Add($"BatchNorm behind {groups} groups, {channels} channels, {filters} filters", Of(
                s_few, Extent.Image(channels, 3, 5), new Conv2D(filters, 2, 2, groups: groups), new BatchNorm(), Activation.SiLU(), new GlobalAvgPool()));
            cases.Add($"BatchNorm behind {groups} transposed groups, {channels} channels, {filters} filters", Of(
                s_few, Extent.Image(channels, 2, 3), new ConvTranspose(filters, [2, 2], stride: 2, groups: groups), new BatchNorm(), Activation.SiLU(), new GlobalAvgPool()));
        }

        cases.Add("BatchNorm behind a transposed convolution", Of(
            s_few, Extent.Image(3, 3, 3), new ConvTranspose(9, [4, 4], stride: 2, padding: 1, bias: false), new BatchNorm(), Activation.ReLU(), new GlobalAvgPool()));
        cases.Add("BatchNorm behind a transposed convolution of each channel", Of(
            s_few, Extent.Signal(9, 5), new ConvTranspose(18, [4], stride: 2, groups: 9), new BatchNorm(), Activation.LeakyReLU(0.1f), new GlobalAvgPool()));
        cases.Add("BatchNorm behind a dense layer", Of(s_few, Extent.Vector(7), new Dense(21), new BatchNorm(), Activation.ReLU(), new Dense(3)));
        cases.Add("BatchNorm before a long activation", Of(s_few, Extent.Vector(7), new Dense(40), new BatchNorm(), Activation.Tanh(), new Dense(3)));
        cases.Add("BatchNorm before an activation that keeps its input", Of(s_few, Extent.Vector(7), new Dense(19), new BatchNorm(), Activation.GELU(), new Dense(3)));
        cases.Add("BatchNorm behind an activation", Of(s_few, Extent.Image(2, 3, 4), new Conv2D(9, 2, 2), Activation.Tanh(), new BatchNorm(), new GlobalAvgPool()));
        cases.Add("BatchNorm twice", Of(s_few, Extent.Vector(3), new Dense(9), new BatchNorm(0.1f, 1), Activation.SiLU(), new Dense(5), new BatchNorm(0.1f, 1), Activation.SiLU(), new Dense(2)));
        cases.Add("BatchNorm with momentum and epsilon", Of(s_few, Extent.Image(3, 2, 4), new BatchNorm(0.7f, 0.1f), new Flatten(), new Dense(2)));
        cases.Add("BatchNorm without input gradient", OnTheWayIn(s_few, Extent.Image(3, 4, 4), new BatchNorm(), new Conv2D(5, 2, 2), Activation.Tanh(), new Flatten(), new Dense(2)));
        cases.Add("BatchNorm of an input that is read twice", Of(s_few, Extent.Vector(6), new BatchNorm(), new Dense(6), new Add { Inputs = [2, 1] }, new BatchNorm(), new Dense(2)));
        cases.Add("BatchNorm last", Of(s_few, Extent.Vector(5), new Dense(9), new BatchNorm()));
        cases.Add("BatchNorm, many samples", Of(s_many, Extent.Vector(5), new Dense(9), new BatchNorm(), Activation.ReLU(), new Dense(2)));
        cases.Add("BatchNorm, many samples of an image", Of(s_many, Extent.Image(1, 3, 4), new Conv2D(5, 2, 2), new BatchNorm(), Activation.ReLU(), new GlobalAvgPool()));
        cases.Add("BatchNorm between large dense layers", Of([13, 70], Extent.Vector(20), new Dense(384), new BatchNorm(), Activation.Tanh(), new Dense(352)));
    }
}
