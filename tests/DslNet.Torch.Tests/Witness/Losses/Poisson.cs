using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of logarithms of expectations and counts, over all outputs.</summary>
internal sealed class Poisson : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.poisson_nll_loss(output, target);
}
