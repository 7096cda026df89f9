using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>libtorch has no such loss: its operators, over all outputs.</summary>
internal sealed class Hinge : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => (1 - target * output).clamp_min(0).mean();

    public override Tensor? DistanceToKink(Tensor output, Tensor target) => (1 - target * output).abs();
}
