using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A one-dimensional convolution. libtorch pads both sides alike; so all is padded before.</summary>
internal sealed class Conv1D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        (int kernel, int stride, int padding) = (call.Arguments.Int32("Kernel"), call.Arguments.Int32("Stride"), call.Arguments.Int32("Padding"));
        Assert.Equal([call.Arguments.Int32("Filters"), call.Input.shape[1], kernel], weight.shape);
        (long before, long after) = padding == DslNet.Padding.Same ? TorchWindow.Same(call.Input.shape[2], kernel, stride) : (padding, padding);
        Tensor? bias = call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null;
        return nn.functional.conv1d(nn.functional.pad(call.Input, (before, after), PaddingModes.Constant, 0), weight, bias, stride);
    }
}
