using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A scaled ELU.</summary>
internal sealed class SELU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.selu(call.Input);

    public override Tensor? DistanceToKink(LayerCall call) => call.Input.abs();
}
