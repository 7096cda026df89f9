namespace DslNet.Data;

/// <summary>A step that says what the network is to predict.</summary>
public abstract class TargetStep : RecipeStep
{
    private protected TargetStep(string column) : base([column])
    {
    }

    /// <summary>The name of the network's output; null for that with the name of the column, or if there is none for the only one.</summary>
    public string? Output { get; init; }
}
