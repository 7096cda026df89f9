using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>As many means as are wanted.</summary>
internal sealed class AdaptiveAvgPool : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.dim() == 3
        ? nn.functional.adaptive_avg_pool1d(call.Input, call.Arguments.Int32("Length"))
        : nn.functional.adaptive_avg_pool2d(call.Input, [call.Arguments.Int32("Height"), call.Arguments.Int32("Width")]);
}
