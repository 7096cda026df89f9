using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The largest of each value.</summary>
internal sealed class MaxOverTime : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.max(0, keepdim: true).values;

    /// <summary>From the largest of each value to the one after it.</summary>
    public override Tensor? DistanceToKink(LayerCall call)
    {
        if (call.Input.shape[0] == 1)
            return null;
        (Tensor largest, _) = call.Input.topk(2, dim: 0);
        return largest.narrow(0, 0, 1) - largest.narrow(0, 1, 1);
    }
}
