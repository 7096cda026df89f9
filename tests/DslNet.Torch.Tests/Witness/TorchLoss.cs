using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A loss of the language as libtorch computes it. One subclass a loss.</summary>
internal abstract class TorchLoss
{
    /// <summary>The mean over the samples.</summary>
    /// <param name="arguments">The arguments of its attribute.</param>
    /// <param name="output">What the loss is computed from: samples × shape.</param>
    /// <param name="target">As many values, or one class for each sample.</param>
    public abstract Tensor Mean(Arguments arguments, Tensor output, Tensor target);

    /// <summary>How far each value is from where the derivative jumps, as that of a layer; null if it jumps nowhere.</summary>
    public virtual Tensor? DistanceToKink(Tensor output, Tensor target) => null;
}
