using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A layer of the language as libtorch computes it. One subclass a layer, which knows what the attribute says and nothing of how it is done here.</summary>
internal abstract class TorchLayer
{
    /// <summary>The output.</summary>
    public abstract Tensor Forward(LayerCall call);

    /// <summary>
    /// How far each value is from where the derivative jumps: there a rounding decides on which side a gradient is taken, and two
    /// implementations may differ. Zero where nothing is near to anything: zeros that are exact are zeros in both. Null if it jumps nowhere.
    /// </summary>
    public virtual Tensor? DistanceToKink(LayerCall call) => null;
}
