using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Tokens are no values: an embedding reads them, and nothing else does.</summary>
internal static class TokenShapes
{
    /// <summary>Whether a layer can read its inputs; otherwise it is reported.</summary>
    public static bool Fit(LayerSpec layer, IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        foreach (ShapedInput input in inputs)
        {
            if (input.Shape.IsOfTokens == layer.ReadsTokens)
                continue;
            problems.Report(layer.ReadsTokens ? RuleIds.TokensExpected : RuleIds.EmbeddingMissing, null, problems.LayerName, input.Producer, input.Shape);
            return false;
        }

        return true;
    }
}
