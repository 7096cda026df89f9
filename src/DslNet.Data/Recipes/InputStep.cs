namespace DslNet.Data;

/// <summary>A step that makes inputs of columns.</summary>
public abstract class InputStep : RecipeStep
{
    private protected InputStep(ReadOnlySpan<string> columns) : base(columns)
    {
    }

    /// <summary>The name of the network's input; null for that with the name of the column, or if there is none for the only one.</summary>
    public string? Input { get; init; }
}
