namespace DslNet;

/// <summary>What kind of state follows a name.</summary>
internal enum StateKind : byte
{
    /// <summary>A whole number of 64 bits.</summary>
    Whole,

    /// <summary>A double.</summary>
    Real,

    /// <summary>A count, and as many floats.</summary>
    Floats,
}
