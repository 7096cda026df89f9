using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>A loop of a program.</summary>
/// <param name="Level">Which.</param>
/// <param name="Direction">Which of its turns is first.</param>
/// <param name="Enter">What each turn begins with.</param>
/// <param name="Body">What follows: operations, and loops of the level next further in.</param>
/// <param name="Leave">What each turn ends with.</param>
internal sealed record Loop(
    Level Level, Direction Direction, IReadOnlyList<Operation> Enter, IReadOnlyList<Node> Body, IReadOnlyList<Operation> Leave) : Node
{
    /// <summary>All that a turn consists of, in order.</summary>
    public IReadOnlyList<Node> Nodes { get; } = [.. Run.Of(Enter), .. Body, .. Run.Of(Leave)];

    /// <summary>Whether it is a loop of a level, or has one.</summary>
    public bool Contains(Level level) => Level == level || Body.OfType<Loop>().Any(loop => loop.Contains(level));

    public override IEnumerable<Operation> Operations => Nodes.SelectMany(node => node.Operations);
}
