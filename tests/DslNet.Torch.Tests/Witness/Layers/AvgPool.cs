using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each window.</summary>
internal sealed class AvgPool : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        bool ceil = call.Arguments.Boolean("CeilMode"), counts = call.Arguments.Boolean("CountIncludePad");
        Tensor image = TorchWindow.Image(call), means = Mean(image);

        // What is padded before is part of libtorch's image, and counts: without it a mean is as much larger as less counts.
        return TorchWindow.Result(call, window.Borders == (0, 0, 0, 0) || counts ? means : means / Mean(ones_like(image)));

        Tensor Mean(Tensor values) => nn.functional.avg_pool2d(
            window.Pad(values, 0), [window.Kernel.Rows, window.Kernel.Columns], [window.Stride.Rows, window.Stride.Columns],
            [window.Padding.Rows, window.Padding.Columns], ceil, counts);
    }
}
