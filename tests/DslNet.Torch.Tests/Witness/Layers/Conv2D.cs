using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A two-dimensional convolution.</summary>
internal sealed class Conv2D : TorchLayer
{
    public override Tensor Forward(LayerCall call) => Forward(call, call.Arguments.Int32("Filters"), call.Arguments.Int32("Groups"));

    /// <summary>The same for what has its filters and groups from elsewhere.</summary>
    public static Tensor Forward(LayerCall call, long filters, long groups)
    {
        int dilation = call.Arguments.Int32("Dilation");
        var window = TorchWindow.Read(call, dilation);
        Tensor weight = call.Parameters["weight"];
        Assert.Equal([filters, call.Input.shape[1] / groups, window.Kernel.Rows, window.Kernel.Columns], weight.shape);
        Tensor? bias = call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null;
        return nn.functional.conv2d(
            window.Pad(call.Input, 0), weight, bias, [window.Stride.Rows, window.Stride.Columns], [window.Padding.Rows, window.Padding.Columns],
            [dilation, dilation], groups);
    }
}
