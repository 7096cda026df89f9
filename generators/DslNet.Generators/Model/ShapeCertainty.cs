namespace DslNet.Generators.Model;

/// <summary>
/// How much of a shape can be relied upon after a mistake further up. What depends on more is not reported, so that one
/// mistake is told once.
/// </summary>
internal enum ShapeCertainty
{
    /// <summary>Nothing: not even whether it is a vector or an image.</summary>
    Unknown,

    /// <summary>Whether it is a vector or an image, but not how large.</summary>
    Rank,

    /// <summary>Everything.</summary>
    Known,
}
