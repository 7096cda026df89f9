using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of logarithms of probabilities and probabilities, over the batch.</summary>
internal sealed class KLDivergence : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.kl_div(output, target, log_target: false, reduction: nn.Reduction.Sum) / output.shape[0];
}
