using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// Puts the operations of a program into its loops. Neighbours of one level share a loop: on each sample they run one after the other before the
/// next sample's turn comes.
/// </summary>
/// <param name="levels">The loops that the program has, from the outside in.</param>
internal sealed class LoopTree(IReadOnlyList<Level> levels)
{
    /// <summary>The outermost loop, with all others in it.</summary>
    /// <param name="operations">The operations, in an order in which each finds what it reads.</param>
    /// <exception cref="ArgumentException">An operation is of a loop that the program does not have.</exception>
    public Loop Of(IReadOnlyList<Operation> operations) => operations.FirstOrDefault(operation => !levels.Contains(operation.When.Level)) is { } lost
        ? throw new ArgumentException($"{lost.Name} is done in each turn of {lost.When.Level}, a loop that the program does not have.", nameof(operations))
        : Of(0, operations);

    private Loop Of(int depth, IReadOnlyList<Operation> operations)
    {
        Level level = levels[depth];
        List<Node> body = [];
        List<Operation> neighbours = [];
        foreach (Operation operation in operations.Where(operation => operation.When.Level != level || operation.When.Moment == Moment.Inside))
        {
            if (neighbours.Count > 0 && !AreOfOneNode(neighbours[0], operation))
                Close();
            neighbours.Add(operation);
        }

        Close();
        return new(level, DirectionOf(level, operations[0]), At(When.Entering(level)), body, At(When.Leaving(level)));

        bool AreOfOneNode(Operation one, Operation other) => IsHere(one) == IsHere(other)
            && (IsHere(one) || DirectionOf(levels[depth + 1], one) == DirectionOf(levels[depth + 1], other));

        bool IsHere(Operation operation) => operation.When.Level == level;

        Operation[] At(When when) => [.. operations.Where(operation => operation.When == when)];

        void Close()
        {
            if (neighbours.Count > 0)
                body.Add(IsHere(neighbours[0]) ? new Run(neighbours) : Of(depth + 1, neighbours));
            neighbours = [];
        }
    }

    // What a later frame was computed from has its gradient from there: in blocks, and in a block where a frame's gradient is computed from the next one's.
    private Direction DirectionOf(Level level, Operation operation)
    {
        bool isGradient = operation.Role is Role.InputGradient or Role.WeightGradient;
        bool isDescending = operation.IsReversed ? !isGradient && level >= Level.Block
            : isGradient && (level == Level.Block || level == Level.Sample && operation.Operands.Any(operand => operand.Buffer.FramesBehind > 0));
        return levels.Contains(Level.Sequence) && isDescending ? Direction.Descending : Direction.Ascending;
    }
}
