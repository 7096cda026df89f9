using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>Operations of one loop, one after the other.</summary>
/// <param name="Calls">They are all done at the same moment of a turn.</param>
internal sealed record Run(IReadOnlyList<Operation> Calls) : Node
{
    public override IEnumerable<Operation> Operations => Calls;

    /// <summary>The node of some operations; none if there are none.</summary>
    public static IEnumerable<Node> Of(IReadOnlyList<Operation> operations) => operations.Count == 0 ? [] : [new Run(operations)];
}
