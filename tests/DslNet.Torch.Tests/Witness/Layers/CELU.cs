using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or α·(e^(x/α) − 1) below zero. The derivative is continuous.</summary>
internal sealed class CELU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.celu(call.Input, call.Arguments.Single("Alpha"));
}
