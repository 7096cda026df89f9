using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, nearer to zero by λ.</summary>
internal sealed class Softshrink : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.softshrink(call.Input, call.Arguments.Single("Lambda"));

    public override Tensor? DistanceToKink(LayerCall call) => (call.Input.abs() - call.Arguments.Single("Lambda")).abs();
}
