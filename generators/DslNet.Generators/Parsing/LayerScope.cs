namespace DslNet.Generators.Parsing;

/// <summary>The attributes among which a name is looked up: those of a network, or of one use of a block.</summary>
/// <param name="className">The class that has them.</param>
internal sealed class LayerScope(string className)
{
    public string ClassName => className;

    /// <summary>The layers and the uses of blocks, in the order of the source.</summary>
    public List<ScopeMember> Members { get; } = [];
}
