using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The positive part, up to 6.</summary>
internal sealed class ReLU6 : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.relu6(call.Input);

    public override Tensor? DistanceToKink(LayerCall call) => minimum((call.Input - 0).abs(), (call.Input - 6).abs());
}
