namespace Amplifiers;

/// <summary>A size of a model of several.</summary>
internal enum Size
{
    /// <summary>The largest, which sounds best.</summary>
    Full,

    /// <summary>The smallest, which takes least time.</summary>
    Lite,
}
