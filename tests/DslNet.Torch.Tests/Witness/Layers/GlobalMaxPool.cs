using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The largest value of each channel.</summary>
internal sealed class GlobalMaxPool : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.flatten(2).max(2).values;

    /// <summary>From the largest value of a channel to the one after it.</summary>
    public override Tensor? DistanceToKink(LayerCall call)
    {
        Tensor positions = call.Input.flatten(2);
        if (positions.shape[2] == 1)
            return null;
        (Tensor largest, _) = positions.topk(2, dim: 2);
        return largest.select(2, 0) - largest.select(2, 1);
    }
}
