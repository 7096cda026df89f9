using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>All inputs along an axis, which counts the batch.</summary>
internal sealed class Concat : TorchLayer
{
    public override Tensor Forward(LayerCall call) => cat(
        [.. call.Inputs], call.Arguments.Member<ConcatAxis>("Axis") switch { ConcatAxis.Channels => 1, ConcatAxis.Width => 3, _ => 2 });
}
