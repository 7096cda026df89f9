using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>The losses of one's own that networks are drawn with, of libtorch's operations.</summary>
internal sealed class OwnLoss : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target)
    {
        Assert.Equal("Own", arguments.String("Type"));
        return arguments.String("Method") switch
        {
            "Pinball" => Pinball((float)arguments.Double("Argument1"), target - output).mean(),
            "Charbonnier" => ((output - target).square() + 0.25).sqrt().mean(),
            "Gaussian" => Gaussian(output.select(1, 0), output.select(1, 1), target.select(1, 0)).mean(),
            string method => throw new NotSupportedException($"{method} has no translation yet. Add it here."),
        };
    }

    /// <summary>Of the pinball loss; the others of these have none, and lose nothing by being kept away from it.</summary>
    public override Tensor? DistanceToKink(Tensor output, Tensor target) => (output - target).abs();

    private static Tensor Pinball(float quantile, Tensor missing) => maximum(quantile * missing, (quantile - 1) * missing);

    private static Tensor Gaussian(Tensor mean, Tensor logVariance, Tensor target) => 0.5 * (logVariance + (mean - target).square() * (-logVariance).exp());
}
