using System.Collections.Immutable;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of logits and classes, or probabilities of classes.</summary>
internal sealed class SoftmaxCrossEntropy : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target)
    {
        ImmutableArray<float> weights = arguments.Singles("ClassWeights");

        // Of probabilities libtorch takes no label that is a class.
        int ignored = arguments.Int32("IgnoreLabel"), ofTarget = target.dtype == ScalarType.Int64 ? ignored : Math.Min(ignored, -1);
        return nn.functional.cross_entropy(
            output, target, weights.IsEmpty ? null : tensor(weights.ToArray(), dtype: output.dtype), ofTarget, nn.Reduction.Mean, arguments.Single("LabelSmoothing"));
    }
}
