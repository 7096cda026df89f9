using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The positive part.</summary>
internal sealed class ReLU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.relu(call.Input);

    public override Tensor? DistanceToKink(LayerCall call) => call.Input.abs();
}
