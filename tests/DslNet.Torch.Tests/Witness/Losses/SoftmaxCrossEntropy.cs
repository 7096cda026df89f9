using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of logits and classes, or probabilities of classes.</summary>
internal sealed class SoftmaxCrossEntropy : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.cross_entropy(output, target);
}
