using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>A run of operations of one granularity: the program's loop over samples stands around those that work on one sample.</summary>
internal sealed record Stage(Granularity Granularity, IReadOnlyList<Operation> Operations);
