using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A depthwise convolution: libtorch's convolution of as many groups as channels.</summary>
internal sealed class DepthwiseConv2D : TorchLayer
{
    public override Tensor Forward(LayerCall call) =>
        Conv2D.Forward(call, call.Input.shape[1] * call.Arguments.Int32("Multiplier"), call.Input.shape[1]);
}
