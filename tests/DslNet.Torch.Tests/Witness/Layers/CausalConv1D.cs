using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A convolution over the frames of a sequence, which libtorch has as one signal of features × frames. Zeros come before.</summary>
internal sealed class CausalConv1D : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        (int filters, int kernel, int dilation) = (call.Arguments.Int32("Filters"), call.Arguments.Int32("Kernel"), call.Arguments.Int32("Dilation"));
        Assert.Equal([filters, call.Input.shape[1], kernel], weight.shape);
        Tensor signal = nn.functional.pad(call.Input.transpose(0, 1).unsqueeze(0), ((kernel - 1) * dilation, 0), PaddingModes.Constant, 0);
        Tensor? bias = call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null;
        return nn.functional.conv1d(signal, weight, bias, dilation: dilation).squeeze(0).transpose(0, 1);
    }
}
