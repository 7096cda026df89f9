namespace DslNet;

/// <summary>
/// What the network may cost. The build warns of a limit that is exceeded, with the actual figure and the layer that costs
/// most; what is not set has no limit. It changes nothing of the network.
/// </summary>
/// <example><code>[Budget(Parameters = 50_000, MultiplyAdds = 500_000)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most parameters that may be learned: weights and biases, without the zeros between them.</summary>
    public long Parameters { get; set; }

    /// <summary>
    /// The most memory that <see cref="INetwork.Parameters"/> may take, in bytes: four for each float, those included that
    /// fill up panels and cache lines with zeros.
    /// </summary>
    public long Bytes { get; set; }

    /// <summary>The most multiply-adds that one prediction of one sample may take.</summary>
    public long MultiplyAdds { get; set; }
}
