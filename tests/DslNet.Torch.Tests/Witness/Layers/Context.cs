using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>All values in a row behind zeros, unfolded: a window for each frame, which begins in front of it.</summary>
internal sealed class Context : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        (long values, long features) = (call.Arguments.Int32("Values"), call.Input.shape[1]);
        return cat([zeros(values, dtype: call.Input.dtype), call.Input.flatten()]).unfold(0, values + features, features);
    }
}
