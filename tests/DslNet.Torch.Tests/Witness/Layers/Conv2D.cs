using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A two-dimensional convolution.</summary>
internal sealed class Conv2D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        var window = TorchWindow.Read(call);
        Tensor weight = call.Parameters["weight"];
        Assert.Equal([call.Arguments.Int32("Filters"), call.Input.shape[1], window.Kernel.Rows, window.Kernel.Columns], weight.shape);
        Tensor? bias = call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null;
        return nn.functional.conv2d(
            window.Pad(call.Input, 0), weight, bias, [window.Stride.Rows, window.Stride.Columns], [window.Padding.Rows, window.Padding.Columns]);
    }
}
