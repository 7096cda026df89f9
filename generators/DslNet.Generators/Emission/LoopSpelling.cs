using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>How a program spells a loop: its variable counts samples.</summary>
/// <param name="Level">Which.</param>
/// <param name="Index">The variable: what a turn adds to the number of a sample.</param>
/// <param name="First">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Stride">The most samples of a turn.</param>
/// <param name="Count">The variable for how many a turn has; null where it is one.</param>
internal sealed record LoopSpelling(Level Level, string Index, string First, string End, int Stride = 1, string? Count = null)
{
    /// <summary>What a turn adds to the number of a sample that loops further in count; null where that is the variable.</summary>
    public string? Origin { get; init; }

    /// <summary>What a turn begins with, where its samples are not counted by the loop itself.</summary>
    public string? Prologue { get; init; }

    /// <summary>The statement over its body.</summary>
    /// <param name="direction">Which turn is the first.</param>
    public string Head(Direction direction) => direction == Direction.Descending
        ? Stride == 1 ? $"for (int {Index} = {End} - 1; {Index} >= 0; {Index}--)" : $"for (int {Index} = ({End} - 1) / {Stride} * {Stride}; {Index} >= 0; {Index} -= {Stride})"
        : $"for (int {Index} = {First}; {Index} < {End}; {(Count is null ? $"{Index}++" : $"{Index} += {Stride}")})";

    /// <summary>The statement that its body begins with; null if there is none.</summary>
    public string? Opening => Prologue is not null ? Prologue : Count is null ? null : $"int {Count} = global::System.Math.Min({Stride}, {End} - {Index});";

    /// <summary>See <see cref="ProgramFact.LaterTurn"/>.</summary>
    public string IsLaterTurn => $"{Index} != {First}";

    /// <summary>Whether others follow the turn in ascending order.</summary>
    public string IsNotLast => $"{Index} + {Count ?? "1"} != {End}";

    /// <summary>See <see cref="ProgramFact.LastTurn"/>.</summary>
    public string IsLastTurn => $"{Index} + {Count ?? "1"} == {End}";
}
