using DslNet.Generators.Expressions;

namespace DslNet.Generators.Lowering;

/// <summary>A layer that computes each value from the values of several inputs at its place: with frames in lanes, the product that computes one of them does it before it stores.</summary>
internal interface IJoinsOnLanes : IWorksOnLanes
{
    /// <summary>What is computed, of the inputs in their order.</summary>
    Expr ValueOf(int inputs);
}
