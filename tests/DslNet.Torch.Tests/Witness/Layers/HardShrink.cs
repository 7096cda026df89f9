using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or zero up to λ.</summary>
internal sealed class HardShrink : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.hardshrink(call.Input, call.Arguments.Single("Lambda"));

    public override Tensor? DistanceToKink(LayerCall call) => (call.Input.abs() - call.Arguments.Single("Lambda")).abs();
}
