using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Depthwise convolutions: channels around vectors and panels, strides, borders, wide kernels, several filters for a channel.</summary>
internal static class DepthwiseCases
{
    private const int Same = WindowRange.Same;

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach (int channels in new[] { 1, 2, 7, 8, 9, 16, 17, 32, 40, 52, 64 })
        {
            cases.Add($"DepthwiseConv1D, {channels} channels", Of(Few, Extent.Signal(channels, 19), new DepthwiseConv1D(3, padding: 1)));
            cases.Add($"DepthwiseConv2D, {channels} channels", Of(Few, Extent.Image(channels, 5, 13), new DepthwiseConv2D(3, 3, padding: 1, bias: channels % 2 == 0)));
        }

        foreach (int multiplier in new[] { 2, 3 })
        {
            cases.Add($"DepthwiseConv1D, {multiplier} filters for a channel", Of(Small, Extent.Signal(5, 11), new DepthwiseConv1D(4, multiplier, stride: 2, padding: 2)));
            cases.Add($"DepthwiseConv2D, {multiplier} filters for a channel", Of(
                Few, Extent.Image(9, 4, 6), Activation.Tanh(), new DepthwiseConv2D(2, 3, multiplier, padding: Same), Activation.ReLU(), new Conv2D(3, 1, 1)));
            cases.Add($"DepthwiseConv2D, {multiplier} filters for a channel that others read", Of(
                Few, Extent.Image(3, 4, 4), Activation.Tanh(), new DepthwiseConv2D(3, 3, multiplier, padding: 1), new Concat { Inputs = [2, 1] }));
        }

        foreach (int kernel in new[] { 1, 2, 5, 7, 9, 25 })
        {
            cases.Add($"DepthwiseConv1D, kernel {kernel}", Of(Few, Extent.Signal(9, 40), new DepthwiseConv1D(kernel)));
            cases.Add($"DepthwiseConv1D, kernel {kernel}, same", Of(Few, Extent.Signal(20, 33), new DepthwiseConv1D(kernel, padding: Same)));
        }

        cases.Add("DepthwiseConv2D 5x5 same", Of(Few, Extent.Image(12, 9, 17), new DepthwiseConv2D(5, 5, padding: Same)));
        cases.Add("DepthwiseConv2D 1x4", Of(Few, Extent.Image(12, 3, 17), new DepthwiseConv2D(1, 4, padding: 0)));
        cases.Add("DepthwiseConv2D 4x1", Of(Few, Extent.Image(12, 9, 3), new DepthwiseConv2D(4, 1, padding: 0)));
        cases.Add("DepthwiseConv2D, stride 2", Of(Small, Extent.Image(9, 9, 12), new DepthwiseConv2D(3, 3, stride: 2, padding: 1)));
        cases.Add("DepthwiseConv2D, stride 3, same", Of(Small, Extent.Image(9, 8, 23), new DepthwiseConv2D(4, 5, stride: 3, padding: Same, bias: false)));
        cases.Add("DepthwiseConv2D, stride beyond kernel", Of(Small, Extent.Image(3, 9, 13), new DepthwiseConv2D(2, 2, stride: 4, padding: 1)));
        cases.Add("DepthwiseConv2D, dilated", Of(Small, Extent.Image(9, 8, 21), new DepthwiseConv2D(3, 3, padding: 2, dilation: 2)));
        cases.Add("DepthwiseConv2D, dilated, stride 2", Of(Small, Extent.Image(9, 8, 21), new DepthwiseConv2D(3, 4, stride: 2, padding: 2, dilation: 3)));
        cases.Add("DepthwiseConv2D, dilated, of which only the bias is left", Of(Small, Extent.Image(9, 1, 3), new DepthwiseConv2D(2, 2, padding: 1, dilation: 2)));
        cases.Add("DepthwiseConv2D beyond the image", Of(Small, Extent.Image(9, 2, 3), new DepthwiseConv2D(5, 7, padding: Same)));
        cases.Add("DepthwiseConv2D of the caller's image", OnTheWayIn(Few, Extent.Image(3, 6, 9), new DepthwiseConv2D(3, 3), Activation.ReLU(), new Conv2D(5, 1, 1)));
        cases.Add("DepthwiseConv2D behind an activation, many samples", Of(
            Many, Extent.Image(2, 4, 4), new Conv2D(9, 1, 1), Activation.ReLU(), new DepthwiseConv2D(3, 3, padding: 1), Activation.SiLU(), new Conv2D(3, 1, 1), new GlobalAvgPool()));
        cases.Add("DepthwiseConv2D that is read twice", Of(
            Few, Extent.Image(9, 4, 5), Activation.Tanh(), new DepthwiseConv2D(3, 3, padding: 1), new Add { Inputs = [2, 1] }, new DepthwiseConv2D(2, 2), new DepthwiseConv2D(2, 2) { Inputs = [3] }, new Add { Inputs = [4, 5] }));
        cases.Add("DepthwiseConv2D behind Softmax", Of(Few, Extent.Image(5, 4, 4), new Softmax(), new DepthwiseConv2D(3, 3)));
        cases.Add("Conv2D in as many groups as channels", Of(Few, Extent.Image(6, 5, 9), new Conv2D(12, 3, 3, padding: 1, groups: 6)));
    }
}
