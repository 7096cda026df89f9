namespace DslNet.Generators.Parsing;

/// <summary>A use of a block whose weights other uses have too. It numbers the layers.</summary>
/// <param name="block">The block's class.</param>
internal sealed class SharedUse(string block)
{
    private int _count;

    public SharedPlace Next() => new(block, _count++);
}
