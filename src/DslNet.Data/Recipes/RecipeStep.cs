using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>A step of a <see cref="Recipe"/>, before it has seen data.</summary>
public abstract class RecipeStep
{
    private protected RecipeStep(ReadOnlySpan<string> columns)
    {
        if (columns.IsEmpty)
            throw new ArgumentException($"{GetType().Name} names no column. Name one at least.", nameof(columns));
        Columns = [.. columns];
    }

    /// <summary>The columns that it reads.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The name, and the columns.</summary>
    public override string ToString() => $"{GetType().Name}({string.Join(", ", Columns)})";

    /// <summary>What the step learns of a table, for each column or for all together.</summary>
    internal abstract IEnumerable<FittedStep> Fit(Table table);
}
