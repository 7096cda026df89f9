using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>How many copies of a buffer there are at once, and in which memory.</summary>
/// <param name="Span">How long each is needed.</param>
/// <param name="Area">The memory. It has a copy for each of what it grows with.</param>
/// <param name="ArePerSampleOfBlock">Whether there is one for each sample of a block besides.</param>
internal sealed record Copies(Lifespan Span, MemoryArea Area, bool ArePerSampleOfBlock)
{
    /// <summary>Those of a buffer.</summary>
    /// <param name="span">How long it is kept.</param>
    /// <param name="loops">The loops of the program.</param>
    public static Copies Of(Lifespan span, IReadOnlyList<Level> loops)
    {
        // Each turn of these loops has a copy, all of which are needed at once.
        Level[] turns = [.. loops.Where(level => level > span.KeptBy && level <= span.Buffer.Per)];
        bool areOfSequence = span.KeptBy == Level.Sequence && turns.Contains(Level.Sample);
        bool areOfCall = turns.Contains(Level.Group) || turns.Contains(Level.Sequence) || (turns.Contains(Level.Block) && !areOfSequence);
        MemoryOwner owner = span.KeptBy == Level.Network ? MemoryOwner.Network
            : areOfCall || span.IsUsedBetweenGroups ? MemoryOwner.Call
            : MemoryOwner.Thread;
        Growth growth = areOfSequence ? Growth.PerFrame : areOfCall ? OfCall(turns) : Growth.None;
        return new(span, new(owner, growth), ArePerSampleOfBlock: growth == Growth.None && turns.Contains(Level.Sample));
    }

    private static Growth OfCall(Level[] turns) =>
        turns.Contains(Level.Sample) ? Growth.PerSample
        : turns.Contains(Level.Block) ? Growth.PerBlock
        : Growth.PerGroup;
}
