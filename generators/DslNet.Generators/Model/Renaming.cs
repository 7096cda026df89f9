namespace DslNet.Generators.Model;

/// <summary>A name in a file of weights, or what names begin with up to a dot, and what it is in the network.</summary>
/// <param name="From">The name in the file.</param>
/// <param name="To">The name in the network; empty to take the beginning away.</param>
internal sealed record Renaming(string From, string To)
{
    /// <summary>As it is written in a project.</summary>
    public override string ToString() => $"{From}:{To}";
}
