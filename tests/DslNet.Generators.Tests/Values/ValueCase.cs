using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>A network to try, and the numbers of samples to try it with.</summary>
internal sealed record ValueCase(OracleNetwork Network, int[] Batches)
{
    /// <summary>Layers one after another, with all of their gradients.</summary>
    public static ValueCase Of(int[] batches, Extent input, params OracleLayer[] layers) =>
        new(new OracleNetwork(input, layers, ElementwiseLoss.MeanSquaredError()), batches);

    /// <summary>A network of whose input nobody wants the gradient.</summary>
    public static ValueCase OnTheWayIn(int[] batches, Extent input, params OracleLayer[] layers) =>
        new(new OracleNetwork(input, layers, ElementwiseLoss.MeanSquaredError(), inputGradient: false), batches);
}
