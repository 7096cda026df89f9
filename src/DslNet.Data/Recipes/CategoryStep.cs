namespace DslNet.Data;

/// <summary>A step that makes inputs of categories.</summary>
public abstract class CategoryStep : InputStep
{
    private protected CategoryStep(ReadOnlySpan<string> columns) : base(columns)
    {
    }

    /// <summary>How often a category must occur in the training part to be one; rarer ones are unknown. With 2 or more, training sees some that are unknown.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>What becomes of a category that is unknown or missing.</summary>
    public UnknownCategory Unknown { get; init; }
}
