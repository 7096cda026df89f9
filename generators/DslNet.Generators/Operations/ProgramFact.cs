using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>
/// What an operation passes on that is no memory: a constant, or what a program knows while it runs. How a program spells it follows from the loops
/// around the operation, which layers know nothing of.
/// </summary>
internal abstract record ProgramFact
{
    /// <summary>An integer that is known when the program is written.</summary>
    /// <param name="Value">The integer.</param>
    /// <param name="Name">The parameter that it is passed to by name; null where it is passed by its position.</param>
    public sealed record Constant(int Value, string? Name = null) : ProgramFact;

    /// <summary>A float that is known when the program is written.</summary>
    /// <param name="Value">The float.</param>
    /// <param name="Name">The parameter that it is passed to by name.</param>
    public sealed record Real(float Value, string Name) : ProgramFact;

    /// <summary>How many samples of the group were before this one.</summary>
    public sealed record SamplesBefore : ProgramFact;

    /// <summary>How many groups a call has.</summary>
    public sealed record Groups : ProgramFact;

    /// <summary>How many samples a call has.</summary>
    public sealed record Samples : ProgramFact;
    /// <summary>What is true in every turn of every loop.</summary>
    public sealed record Always : ProgramFact;

    /// <summary>Whether this turn of a loop is a later one than the first, so that a sum over its turns is added to what is there.</summary>
    public sealed record LaterTurn(Level Level) : ProgramFact;

    /// <summary>Whether a block is not the last one of its sequence.</summary>
    public sealed record FramesFollow : ProgramFact;

    /// <summary>How many frames of its sequence were before the first one of a block.</summary>
    public sealed record FirstFrame : ProgramFact;

    /// <summary>How many frames a sequence has.</summary>
    public sealed record Frames : ProgramFact;

    /// <summary>Whether this turn of a loop is the last one, so that a sum over its turns is complete.</summary>
    public sealed record LastTurn(Level Level) : ProgramFact;

    /// <summary>The key of a layer's random numbers: another one per sample, and per step of an optimiser.</summary>
    /// <param name="Layer">The index of the layer.</param>
    public sealed record RandomKey(int Layer) : ProgramFact;

    /// <summary>What the gradient of a loss is multiplied by, which says too whether it is wanted.</summary>
    /// <param name="IsWanted">Whether it is.</param>
    /// <param name="Share">Where each loss has a factor of its own, which is part of what is summed already, what that is called; null where a call has one scale.</param>
    /// <param name="Weights">How much each sample counts.</param>
    public sealed record GradientScale(bool IsWanted, string? Share, PortSpec Weights) : ProgramFact;

    /// <summary>The update of the parameters that is done while gradients are summed; see <see cref="ParameterUpdate"/>.</summary>
    public sealed record Update : ProgramFact;
}
