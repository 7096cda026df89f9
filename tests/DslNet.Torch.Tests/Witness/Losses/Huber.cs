using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>A parabola up to δ, a line beyond; over all outputs. Its derivative jumps nowhere.</summary>
internal sealed class Huber : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.huber_loss(output, target, arguments.Single("Delta"));
}
