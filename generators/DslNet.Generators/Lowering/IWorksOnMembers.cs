using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>A layer that can be computed for the members of a population at once, with the members in the lanes of vectors.</summary>
internal interface IWorksOnMembers
{
    /// <summary>Whether it can for these inputs.</summary>
    bool WorksOnMembers(IReadOnlyList<Shape> inputs);

    /// <summary>Adds the operations that compute the output. Each sum has the order that it has in the network's other programs.</summary>
    void LowerMembers(MemberContext context);
}
