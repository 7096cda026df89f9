using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>Where the scratch memory of a program is.</summary>
/// <param name="allocations">The allocation of each buffer, in the order of their first use.</param>
/// <param name="slack">Samples that a tile may have behind the last one of a group, in memory of the call.</param>
internal sealed class MemoryPlan(IReadOnlyList<KeyValuePair<Buffer, Allocation>> allocations, int slack = 0)
{
    private readonly Dictionary<Buffer, Allocation> _allocations = allocations.ToDictionary(allocation => allocation.Key, allocation => allocation.Value);

    /// <summary>The buffers, in the order of their first use.</summary>
    public IReadOnlyList<Buffer> Buffers { get; } = [.. allocations.Select(allocation => allocation.Key)];

    /// <summary>The memory that they are in.</summary>
    public IReadOnlyList<MemoryArea> Areas { get; } = [.. allocations.Select(allocation => allocation.Value.Area).Distinct().OrderBy(area => area.Owner).ThenBy(area => area.Growth)];

    /// <summary>Floats of a thread's scratch memory.</summary>
    public long ScratchLength => LengthOf(MemoryArea.Scratch);

    /// <summary>Floats that the scratch memory of a sequence has besides: frames before and behind its own.</summary>
    public long FramesAround => AroundBelow(long.MaxValue);

    /// <summary>Where the first frame of a buffer is that grows with frames, beside what follows from their number: behind the frames around those below it.</summary>
    public long FirstFrame(Buffer buffer) => AroundBelow(this[buffer].Offset) + (long)buffer.FramesBefore * buffer.Length;

    private long AroundBelow(long offset) => _allocations.Where(allocation => allocation.Value.Area == MemoryArea.OfFrames && allocation.Value.Offset < offset)
        .Sum(allocation => (long)(allocation.Key.FramesBefore + allocation.Key.FramesBehind) * allocation.Key.Length);

    /// <summary>Samples that a tile may have behind the last one of a group, or of a sequence: in memory of the call, the next group's begin behind them.</summary>
    public int Slack => slack;

    public Allocation this[Buffer buffer] => _allocations[buffer];

    /// <summary>Floats that some memory needs, for each of what it grows with.</summary>
    public long LengthOf(MemoryArea area) => _allocations.Values.Where(allocation => allocation.Area == area).Select(allocation => allocation.End).DefaultIfEmpty().Max();

    /// <summary>Whether each sample of a block has a copy of a buffer.</summary>
    public bool HasCopyPerSampleOfBlock(Buffer buffer) =>
        buffer.Per == Level.Sample && this[buffer] is { KeptBy: < Level.Sample } place && place.Area == MemoryArea.Scratch;

    /// <summary>
    /// The buffers that are next in the place of another: those that share memory with it, without one between that shares it with both.
    /// </summary>
    public IReadOnlyList<Buffer> SuccessorsOf(Buffer buffer)
    {
        List<Buffer> successors = [];
        Allocation place = this[buffer];
        bool isLater = false;
        foreach (KeyValuePair<Buffer, Allocation> later in allocations)
        {
            if (isLater && Share(later.Value, place) && !IsSharedBySome(later.Value))
                successors.Add(later.Key);
            isLater |= later.Key == buffer;
        }

        return successors;

        bool IsSharedBySome(Allocation later) => successors.Exists(successor => Share(later, this[successor]));
    }

    /// <summary>Whether two buffers have some memory in common, which they need at different times.</summary>
    public bool Share(Buffer one, Buffer other) => Share(this[one], this[other]);

    private static bool Share(Allocation one, Allocation other) => one.Offset < other.End && other.Offset < one.End && one.Area == other.Area;
}
