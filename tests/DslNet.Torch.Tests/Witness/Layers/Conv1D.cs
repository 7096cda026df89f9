using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A one-dimensional convolution. libtorch pads both sides alike; so all is padded before.</summary>
internal sealed class Conv1D : TorchLayer
{
    public override Tensor Forward(LayerCall call) => Forward(call, call.Arguments.Int32("Filters"), call.Arguments.Int32("Groups"));

    /// <summary>The same for what has its filters and groups from elsewhere.</summary>
    public static Tensor Forward(LayerCall call, long filters, long groups)
    {
        Tensor weight = call.Parameters["weight"];
        (int kernel, int stride, int padding) = (call.Arguments.Int32("Kernel"), call.Arguments.Int32("Stride"), call.Arguments.Int32("Padding"));
        int dilation = call.Arguments.Int32("Dilation");
        Assert.Equal([filters, call.Input.shape[1] / groups, kernel], weight.shape);
        (long before, long after) = padding == DslNet.Padding.Same ? TorchWindow.Same(call.Input.shape[2], (kernel - 1) * dilation + 1, stride) : (padding, padding);
        Tensor? bias = call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null;
        return nn.functional.conv1d(
            nn.functional.pad(call.Input, (before, after), PaddingModes.Constant, 0), weight, bias, stride, dilation: dilation, groups: groups);
    }
}
