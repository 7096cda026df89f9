using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace DslNet.Torch.Tests.Witness;

/// <summary>How weights start, as libtorch has it. One line an initialiser; the default is one of the others.</summary>
internal static class TorchInitializers
{
    public static IReadOnlyDictionary<Initializer, Func<Tensor, float, Tensor>> All { get; } = new Dictionary<Initializer, Func<Tensor, float, Tensor>>
    {
        [Initializer.HeNormal] = (weight, _) => kaiming_normal_(weight, nonlinearity: NonlinearityType.ReLU),
        [Initializer.HeUniform] = (weight, _) => kaiming_uniform_(weight, nonlinearity: NonlinearityType.ReLU),
        // TorchSharp's xavier_normal_ draws as xavier_uniform_ does (0.107).
        [Initializer.GlorotNormal] = (weight, _) => normal_(weight, 0, Math.Sqrt(2.0 / (CalculateFanInAndFanOut(weight).fanIn + CalculateFanInAndFanOut(weight).fanOut))),
        [Initializer.GlorotUniform] = (weight, _) => xavier_uniform_(weight),
        [Initializer.LeCunNormal] = (weight, _) => kaiming_normal_(weight, nonlinearity: NonlinearityType.Linear),
        [Initializer.LeCunUniform] = (weight, _) => kaiming_uniform_(weight, nonlinearity: NonlinearityType.Linear),
        [Initializer.Zero] = (weight, _) => zeros_(weight),
        [Initializer.Normal] = (weight, value) => normal_(weight, 0, value),
        [Initializer.Uniform] = (weight, value) => uniform_(weight, -value, value),
        [Initializer.Constant] = (weight, value) => constant_(weight, value),
    };
}
