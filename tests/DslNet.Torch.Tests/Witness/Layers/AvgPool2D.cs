using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each window, padding counted.</summary>
internal sealed class AvgPool2D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        return nn.functional.avg_pool2d(window.Pad(call.Input, 0), window.Kernel, window.Stride, window.Padding);
    }
}
