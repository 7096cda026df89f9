using DslNet.Generators.Operations;

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
    /// <summary>The statement over its body.</summary>
    public string Head => $"for (int {Index} = {First}; {Index} < {End}; {(Count is null ? $"{Index}++" : $"{Index} += {Stride}")})";

    /// <summary>The statement that its body begins with; null if there is none.</summary>
    public string? Opening => Count is null ? null : $"int {Count} = global::System.Math.Min({Stride}, {End} - {Index});";

    /// <summary>See <see cref="ProgramFact.LaterTurn"/>.</summary>
    public string IsLaterTurn => $"{Index} != {First}";

    /// <summary>See <see cref="ProgramFact.LastTurn"/>.</summary>
    public string IsLastTurn => $"{Index} + {Count ?? "1"} == {End}";
}
