namespace DslNet;

/// <summary>The type of a tensor's elements.</summary>
public enum ElementType
{
    /// <summary>32-bit floating point, <see cref="float"/>: what every network computes in.</summary>
    Float32,
}
