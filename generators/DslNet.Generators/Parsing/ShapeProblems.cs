using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Reports what shape inference finds, as far as the shapes it was given can be relied upon.</summary>
internal sealed class ShapeProblems(string layerName, AttributeArguments arguments, ShapeCertainty certainty, ProblemList problems)
    : IShapeProblems
{
    public string LayerName => layerName;

    public bool HasErrors { get; private set; }

    /// <summary>Whether a vector arrives where there should be an image, or the like: what is produced then says nothing about what follows.</summary>
    public bool RankDiffers { get; private set; }

    public void Report(string ruleId, string? argument, params object[] messageArguments)
    {
        HasErrors |= Rules.IsError(ruleId);
        RankDiffers |= ruleId is RuleIds.PositionsExpected or RuleIds.EmbeddingMissing;
        if (certainty >= NeededFor(ruleId))
            problems.Add(ruleId, arguments, argument, messageArguments, certainty);
        else
            problems.LeaveOut(ruleId);
    }

    /// <summary>Some rules only ask whether there is an image or a vector.</summary>
    private static ShapeCertainty NeededFor(string ruleId) => ruleId switch
    {
        RuleIds.FlattenMissing or RuleIds.PositionsExpected or RuleIds.FlattenWithoutEffect or RuleIds.LossNeedsVector
            or RuleIds.TokensExpected or RuleIds.EmbeddingMissing => ShapeCertainty.Rank,
        _ => ShapeCertainty.Known,
    };
}
