using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The Gaussian error linear unit, exact or with tanh. TorchSharp's has no such argument: that is PyTorch's formula.</summary>
internal sealed class GELU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Arguments.Boolean("Approximate") ? WithTanh(call.Input) : nn.functional.gelu(call.Input);

    private static Tensor WithTanh(Tensor x) => 0.5 * x * (1 + (Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x.pow(3))).tanh());
}
