using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A sigmoid of straight lines.</summary>
internal sealed class HardSigmoid : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.hardsigmoid(call.Input);

    public override Tensor? DistanceToKink(LayerCall call) => minimum((call.Input + 3).abs(), (call.Input - 3).abs());
}
