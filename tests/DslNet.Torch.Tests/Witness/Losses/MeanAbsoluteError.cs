using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>The mean of absolute differences, over all outputs.</summary>
internal sealed class MeanAbsoluteError : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.l1_loss(output, target);

    public override Tensor? DistanceToKink(Tensor output, Tensor target) => (output - target).abs();
}
