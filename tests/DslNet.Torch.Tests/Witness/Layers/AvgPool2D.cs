using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each window.</summary>
internal sealed class AvgPool2D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        bool ceil = call.Arguments.Boolean("CeilMode"), counts = call.Arguments.Boolean("CountIncludePad");
        Tensor means = Mean(call.Input);

        // What is padded before is part of libtorch's image, and counts: without it a mean is as much larger as less counts.
        return window.Borders == (0, 0, 0, 0) || counts ? means : means / Mean(ones_like(call.Input));

        Tensor Mean(Tensor image) => nn.functional.avg_pool2d(
            window.Pad(image, 0), [window.Kernel.Rows, window.Kernel.Columns], [window.Stride.Rows, window.Stride.Columns],
            [window.Padding.Rows, window.Padding.Columns], ceil, counts);
    }
}
