using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x times the sigmoid of straight lines.</summary>
internal sealed class HardSwish : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.hardswish(call.Input);

    public override Tensor? DistanceToKink(LayerCall call) => minimum((call.Input + 3).abs(), (call.Input - 3).abs());
}
