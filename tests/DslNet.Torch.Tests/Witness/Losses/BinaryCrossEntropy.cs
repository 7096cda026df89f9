using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of logits and probabilities, over all outputs.</summary>
internal sealed class BinaryCrossEntropy : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.binary_cross_entropy_with_logits(
        output, target, pos_weights: tensor(arguments.Single("PositiveWeight"), dtype: output.dtype));
}
