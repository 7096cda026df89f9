using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>The mean of squared differences, over all outputs.</summary>
internal sealed class MeanSquaredError : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) => nn.functional.mse_loss(output, target);
}
