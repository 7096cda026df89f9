using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>All losses: the attribute's name and what reads its arguments. One line a loss.</summary>
internal static class LossCatalogue
{
    public static IReadOnlyDictionary<string, Func<IDeclaredArguments, int, LossSpec>> Readers { get; } =
        new Dictionary<string, Func<IDeclaredArguments, int, LossSpec>>(StringComparer.Ordinal)
        {
            ["BinaryCrossEntropyAttribute"] = ElementwiseLosses.Get("BinaryCrossEntropy").Read,
            ["HuberAttribute"] = ElementwiseLosses.Get("Huber").Read,
            ["MeanAbsoluteErrorAttribute"] = ElementwiseLosses.Get("MeanAbsoluteError").Read,
            ["MeanSquaredErrorAttribute"] = ElementwiseLosses.Get("MeanSquaredError").Read,
            ["SoftmaxCrossEntropyAttribute"] = SoftmaxCrossEntropyLoss.Read,
        };
}
