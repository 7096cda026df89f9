using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>A parabola up to β, a line of slope 1 beyond; over all outputs. Its derivative jumps nowhere.</summary>
internal sealed class SmoothL1 : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.smooth_l1_loss(output, target, beta: arguments.Single("Beta"));
}
