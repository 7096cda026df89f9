namespace DslNet.Data;

/// <summary>Numbers between bounds: what is beyond one becomes that. What is missing stays so.</summary>
/// <param name="least">The lower bound.</param>
/// <param name="largest">The upper bound.</param>
/// <param name="columns">Columns of numbers, which steps behind see clipped.</param>
/// <example><code>new Clip(0, 300_000, "km")</code></example>
public sealed class Clip(double least, double largest, params ReadOnlySpan<string> columns) : RecipeStep(columns)
{
    /// <summary>The lower bound.</summary>
    public double Least { get; } = least;

    /// <summary>The upper bound.</summary>
    public double Largest { get; } = least <= largest ? largest : throw new ArgumentException(FormattableString.Invariant($"Clip has the bounds {least} and {largest}. Give the lower one first."), nameof(largest));

    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name => new FittedClip(table[name].Name, Finite(Least), Finite(Largest)));

    /// <summary>A bound that is none, an infinity, as JSON can have it.</summary>
    private static double Finite(double bound) => Math.Clamp(bound, double.MinValue, double.MaxValue);
}
