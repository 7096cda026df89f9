using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A transposed convolution. What <see cref="Padding.Same"/> cuts off, more at the end, or leaves to the bias alone, is done behind libtorch's.</summary>
internal sealed class ConvTranspose : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        bool isSignal = call.Input.dim() == 3;
        (long rows, long columns) = isSignal ? (1, call.Arguments.Int32("Kernel")) : (call.Arguments.Int32("KernelHeight"), call.Arguments.Int32("KernelWidth"));
        long stride = call.Arguments.Int32("Stride"), padding = call.Arguments.Int32("Padding"), more = call.Arguments.Int32("OutputPadding");
        long dilation = call.Arguments.Int32("Dilation"), groups = call.Arguments.Int32("Groups"), filters = call.Arguments.Int32("Filters") / groups;
        long[] shape = isSignal ? [call.Input.shape[1], filters, columns] : [call.Input.shape[1], filters, rows, columns];
        Tensor weight = call.Parameters["weight"];
        Assert.Equal(shape, weight.shape);

        bool isSame = padding == DslNet.Padding.Same;
        (long top, long bottom) = isSame && !isSignal ? Same(rows) : (0, 0);
        (long left, long right) = isSame ? Same(columns) : (0, 0);
        if (isSame)
            padding = 0;
        Tensor image = isSignal ? call.Input.unsqueeze(2) : call.Input, kernel = isSignal ? weight.unsqueeze(2) : weight;
        long below = isSignal ? 0 : padding, moreRows = isSignal ? 0 : more;
        Tensor sums = nn.functional.conv_transpose2d(
            image, kernel, null, [isSignal ? 1 : stride, stride], [below, padding], [moreRows, more], [isSignal ? 1 : dilation, dilation], groups);
        sums = nn.functional.pad(sums, [-left, -right, -top, -bottom], PaddingModes.Constant, 0);
        Tensor result = isSignal ? sums.squeeze(2) : sums;
        return call.Arguments.Boolean("Bias") ? result + call.Parameters["bias"].reshape([-1, .. Enumerable.Repeat(1L, isSignal ? 1 : 2)]) : result;

        (long Before, long After) Same(long taps)
        {
            long over = (taps - 1) * dilation + 1 - stride;
            return over < 0 ? (0, over) : (over / 2, over - over / 2);
        }
    }
}
