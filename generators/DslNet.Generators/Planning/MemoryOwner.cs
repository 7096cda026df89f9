namespace DslNet.Generators.Planning;

/// <summary>Who has the memory that a program works in, and so how long its content can stay.</summary>
internal enum MemoryOwner
{
    /// <summary>The thread that works on some groups of a call.</summary>
    Thread,

    /// <summary>The call, for all its threads: what one phase leaves for the next.</summary>
    Call,

    /// <summary>The network, for all its calls: what is made of the parameters once for many of them. The library has no such memory yet.</summary>
    Network,
}
