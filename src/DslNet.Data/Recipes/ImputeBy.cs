namespace DslNet.Data;

/// <summary>What a missing cell is replaced by.</summary>
public enum ImputeBy
{
    /// <summary>The median of numbers, the most frequent text of categories.</summary>
    Usual,

    /// <summary>The mean of numbers.</summary>
    Mean,

    /// <summary>The median of numbers.</summary>
    Median,

    /// <summary>The most frequent number or text; of several the first in order.</summary>
    MostFrequent,
}
