namespace DslNet.Generators.Model;

/// <summary>The type of a port's elements.</summary>
internal enum ElementType
{
    /// <summary>32-bit floating point: what every network computes in.</summary>
    Float32,

    /// <summary>A 32-bit integer: the class of a sample, or a token.</summary>
    Int32,
}
