namespace DslNet;

/// <summary>The type of a tensor's elements.</summary>
public enum ElementType
{
    /// <summary>32-bit floating point, <see cref="float"/>: what every network computes in.</summary>
    Float32,

    /// <summary>A 32-bit integer, <see cref="int"/>: a token.</summary>
    Int32,
}
