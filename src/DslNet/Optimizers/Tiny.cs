namespace DslNet;

/// <summary>
/// Optimiser state decays towards zero for as long as a gradient stays zero, and would end in denormal numbers, on which
/// a processor is a hundred times slower (and .NET cannot make it flush them).
/// </summary>
internal static class Tiny
{
    /// <summary>State of smaller magnitude becomes zero.</summary>
    public const float Threshold = 1e-30f;
}
