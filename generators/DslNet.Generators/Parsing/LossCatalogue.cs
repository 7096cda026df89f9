using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>All losses: the attribute's name and what reads its arguments. One line a loss; those that are a sum over outputs have their own table.</summary>
internal static class LossCatalogue
{
    private static readonly Dictionary<string, Func<IFunctionArguments, int, LossSpec>> s_losses = new(StringComparer.Ordinal)
    {
        ["CosineEmbedding"] = CosineEmbeddingLoss.Read,
        ["Loss"] = OwnLoss.Read,
        ["SoftmaxCrossEntropy"] = SoftmaxCrossEntropyLoss.Read,
    };

    /// <summary>By the names of the attributes' classes.</summary>
    public static IReadOnlyDictionary<string, Func<IFunctionArguments, int, LossSpec>> Readers { get; } =
        s_losses.Concat(ElementwiseLosses.All.Select(loss => new KeyValuePair<string, Func<IFunctionArguments, int, LossSpec>>(loss.Kind, loss.Read)))
            .ToDictionary(loss => loss.Key + IdentifierText.AttributeEnding, loss => loss.Value, StringComparer.Ordinal);
}
