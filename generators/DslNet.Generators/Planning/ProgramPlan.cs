using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>A program ready to be written: its loops, and where everything is stored.</summary>
/// <param name="Root">The life of the network, with the calls in it and all that a call consists of.</param>
/// <param name="Memory">Where its scratch memory is.</param>
/// <param name="BlockSamples">The most samples of a block.</param>
internal sealed record ProgramPlan(Loop Root, MemoryPlan Memory, int BlockSamples)
{
    /// <summary>All operations, in their order.</summary>
    public IReadOnlyList<Operation> Operations { get; } = [.. Root.Operations];

    /// <summary>
    /// The loops over groups, one after the other, and what waits for all groups of each before the next begins. All but the programs of few
    /// networks have one phase, with nothing behind it.
    /// </summary>
    public IReadOnlyList<Phase> Phases { get; } = [.. Phase.Of(Root)];

    /// <summary>Whether something waits for all groups of a call.</summary>
    public bool HasPhases => Phases.Count > 1 || Phases.Any(phase => phase.After.Count > 0);

    /// <summary>Floats of scratch memory that a thread needs.</summary>
    public long ScratchLength => Memory.ScratchLength;

    /// <summary>The plan to read: see <see cref="ProgramText"/>.</summary>
    public override string ToString() => string.Join("\n", ProgramText.Of(this));
}
