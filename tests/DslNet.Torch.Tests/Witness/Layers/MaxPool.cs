using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The largest value of each window.</summary>
internal sealed class MaxPool : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        return TorchWindow.Result(call, Pool(call, window));
    }

    /// <summary>From the largest value of a window to the one after it.</summary>
    public override Tensor? DistanceToKink(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        long taps = window.Kernel.Rows * window.Kernel.Columns;
        if (taps == 1)
            return null;
        Tensor image = window.Pad(TorchWindow.Image(call), double.NegativeInfinity), pooled = Pool(call, window);
        Tensor padded = nn.functional.pad(
            image,
            (window.Padding.Columns, Behind(3, window.Kernel.Columns, window.Stride.Columns, window.Padding.Columns),
                window.Padding.Rows, Behind(2, window.Kernel.Rows, window.Stride.Rows, window.Padding.Rows)),
            PaddingModes.Constant, double.NegativeInfinity);
        Tensor taken = nn.functional.unfold(padded, window.Kernel, stride: window.Stride).reshape(padded.shape[0], padded.shape[1], taps, -1);
        (Tensor largest, _) = taken.topk(2, dim: 2);
        return largest.select(2, 0) - largest.select(2, 1);

        // As much as the last window reaches beyond the image; less than nothing where it does not reach its end.
        long Behind(int axis, long kernel, long stride, long padding) => (pooled.shape[axis] - 1) * stride + kernel - padding - image.shape[axis];
    }

    private static Tensor Pool(LayerCall call, TorchWindow window) => nn.functional.max_pool2d(
        window.Pad(TorchWindow.Image(call), double.NegativeInfinity), window.Kernel, window.Stride, window.Padding, ceil_mode: call.Arguments.Boolean("CeilMode"));
}
