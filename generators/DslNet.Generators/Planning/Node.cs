using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>What a turn of a loop consists of: operations and loops further in.</summary>
internal abstract record Node
{
    /// <summary>The operations within, in their order.</summary>
    public abstract IEnumerable<Operation> Operations { get; }
}
