namespace DslNet.Generators.Graph;

/// <summary>A piece of memory that operations read and write.</summary>
internal sealed class Buffer(BufferKind kind, string name, int length)
{
    public BufferKind Kind { get; } = kind;

    /// <summary>What it holds, for comments.</summary>
    public string Name { get; } = name;

    /// <summary>Floats of one copy: of one sample, or of the whole where it does not depend on samples.</summary>
    public int Length { get; } = length;

    /// <summary>Decided by the planner, for scratch memory.</summary>
    public Lifetime Lifetime { get; set; } = Lifetime.Block;

    /// <summary>Where it begins within the scratch memory; decided by the planner.</summary>
    public long Offset { get; set; }
}
