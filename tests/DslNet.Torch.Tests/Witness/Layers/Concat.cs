using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>All inputs, channel after channel.</summary>
internal sealed class Concat : TorchLayer
{
    public override Tensor Forward(LayerCall call) => cat([.. call.Inputs], dim: 1);
}
