using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or a value up to a threshold.</summary>
internal sealed class Threshold : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.threshold(call.Input, call.Arguments.Single("Threshold"), call.Arguments.Single("Value"));

    public override Tensor? DistanceToKink(LayerCall call) => (call.Input - call.Arguments.Single("Threshold")).abs();
}
