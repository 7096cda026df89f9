using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The largest value of each window.</summary>
internal sealed class MaxPool2D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        return nn.functional.max_pool2d(window.Pad(call.Input, double.NegativeInfinity), window.Kernel, window.Stride, window.Padding);
    }

    /// <summary>From the largest value of a window to the one after it.</summary>
    public override Tensor? DistanceToKink(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        long taps = window.Kernel.Rows * window.Kernel.Columns;
        if (taps == 1)
            return null;
        Tensor padded = nn.functional.pad(
            window.Pad(call.Input, double.NegativeInfinity), (window.Padding.Columns, window.Padding.Columns, window.Padding.Rows, window.Padding.Rows),
            PaddingModes.Constant, double.NegativeInfinity);
        Tensor taken = nn.functional.unfold(padded, window.Kernel, stride: window.Stride).reshape(padded.shape[0], padded.shape[1], taps, -1);
        (Tensor largest, _) = taken.topk(2, dim: 2);
        return largest.select(2, 0) - largest.select(2, 1);
    }
}
