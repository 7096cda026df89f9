using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// Gives each buffer its memory. Where one thread works, that is the lowest which is free while the buffer is needed, so that buffers which are never
/// needed at once share one. In memory that several threads work in, their samples are at different operations, but all groups wait for each other
/// between phases: there buffers share memory that samples have copies of and different phases need. All others have one of their own.
/// </summary>
internal sealed class MemoryPlanner
{
    private const int Boundary = 16;

    private readonly Dictionary<Buffer, int> _tiles;
    private readonly int _blockSamples;

    private MemoryPlanner(IEnumerable<Operation> operations, int blockSamples)
    {
        _blockSamples = blockSamples;
        _tiles = [];
        foreach (Operation operation in operations)
        {
            foreach (Operand operand in operation.Operands)
                _tiles[operand.Buffer] = _tiles.TryGetValue(operand.Buffer, out int known) ? Math.Max(known, operation.SampleTile) : operation.SampleTile;
        }
    }

    /// <param name="operations">The operations, some of which work on tiles of samples.</param>
    /// <param name="buffers">The buffers, in the order of their first use.</param>
    /// <param name="blockSamples">The most samples of a block.</param>
    /// <param name="slack">Samples between those of two groups, in memory of the call.</param>
    public static MemoryPlan Plan(IEnumerable<Operation> operations, IReadOnlyList<Copies> buffers, int blockSamples, int slack = 0)
    {
        MemoryPlanner planner = new(operations, blockSamples);
        Dictionary<Buffer, Allocation> allocations = [];
        foreach (IGrouping<MemoryArea, Copies> area in buffers.GroupBy(copies => copies.Area))
            planner.Add(area.Key, area, allocations);
        return new([.. buffers.Select(copies => new KeyValuePair<Buffer, Allocation>(copies.Span.Buffer, allocations[copies.Span.Buffer]))], slack);
    }

    /// <summary>The largest first.</summary>
    private void Add(MemoryArea area, IEnumerable<Copies> buffers, Dictionary<Buffer, Allocation> allocations)
    {
        List<Lifespan> placed = [];
        foreach (Copies copies in buffers.OrderByDescending(SizeOf).ThenBy(copies => copies.Span.First))
        {
            long size = SizeOf(copies), offset = 0;
            IEnumerable<Lifespan> besides = placed.Where(other => !MayShare(area, other, copies.Span));
            foreach (Allocation other in besides.Select(other => allocations[other.Buffer]).OrderBy(allocation => allocation.Offset))
            {
                if (offset + size <= other.Offset)
                    break;
                offset = Math.Max(offset, other.End);
            }

            allocations.Add(copies.Span.Buffer, new(area, copies.Span.KeptBy, size, offset));
            placed.Add(copies.Span);
        }
    }

    private static bool MayShare(MemoryArea area, Lifespan one, Lifespan other) => !one.Overlaps(other) && !one.Buffer.CrossesTime && !other.Buffer.CrossesTime
        && (area.Owner == MemoryOwner.Thread || (area == MemoryArea.OfSamples && one.KeptBy == Level.Call && other.KeptBy == Level.Call));

    private long SizeOf(Copies copies)
    {
        // Samples of a block and of a tile are powers of two.
        Buffer buffer = copies.Span.Buffer;
        if (copies.Area == MemoryArea.OfFrames)
            return buffer.Length;
        if (buffer.Per == Level.Sequence)
            return ((long)buffer.Length * _tiles[buffer] + Boundary - 1) / Boundary * Boundary;
        long floats = copies.ArePerSampleOfBlock ? (long)buffer.Length * Math.Max(_blockSamples, _tiles[buffer]) : buffer.Length;
        return (floats + Boundary - 1) / Boundary * Boundary;
    }
}
