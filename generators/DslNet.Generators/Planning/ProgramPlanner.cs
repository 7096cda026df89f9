using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Planning;

/// <summary>
/// Decides from shapes alone how a program runs: which operations share a loop, how long each buffer is kept, how many samples make a block, and
/// where each buffer is stored. It plans every level; what the library cannot run is refused where programs are written.
/// </summary>
internal static class ProgramPlanner
{
    private static readonly Level[] s_loops = [Level.Network, Level.Call, Level.Group, Level.Block, Level.Sample];

    private static readonly Level[] s_loopsOverTime = [Level.Network, Level.Call, Level.Group, Level.Sequence, Level.Block, Level.Sample];

    /// <summary>Plans a program for any number of samples.</summary>
    /// <param name="operations">Its operations, in an order in which each finds what it reads.</param>
    /// <param name="overTime">Whether samples are sequences of frames.</param>
    /// <exception cref="ArgumentException">An operation is of a loop that the program does not have.</exception>
    public static ProgramPlan Plan(IReadOnlyList<Operation> operations, bool overTime = false) =>
        overTime ? Plan(operations, s_loopsOverTime, Summation.BlockFrames) : Plan(operations, s_loops, Summation.BlockSamples);

    /// <summary>Plans a program for one sample, or one frame of a sequence.</summary>
    public static ProgramPlan PlanOne(IReadOnlyList<Operation> operations, bool overTime = false) => Plan(operations, overTime ? s_loopsOverTime : s_loops, _ => 1);

    private static ProgramPlan Plan(IReadOnlyList<Operation> operations, IReadOnlyList<Level> loops, Func<long, int> blockSamples)
    {
        Loop root = new LoopTree(loops).Of(operations);
        IReadOnlyList<Copies> copies = [.. Lifespan.Of(root).Select(span => Copies.Of(span, loops))];
        int samples = blockSamples(copies.Where(each => each.ArePerSampleOfBlock || each.Area == MemoryArea.OfFrames).Sum(each => (long)each.Span.Buffer.Length));

        // A tile that runs over the end of its block must not reach into another group's samples.
        HashSet<Buffer> ofCall = [.. copies.Where(each => each.Area.Growth.HasFlag(Growth.PerSample)).Select(each => each.Span.Buffer)];
        int tile = operations.Where(operation => operation.Operands.Any(operand => ofCall.Contains(operand.Buffer)))
            .Select(operation => operation.SampleTile).DefaultIfEmpty(1).Max();
        if (tile > 1)
            samples = Math.Max(samples, tile);
        bool isOverTime = copies.Any(each => each.Area == MemoryArea.OfFrames);
        int slack = isOverTime ? operations.Max(operation => operation.SampleTile) : tile;
        return new(root, MemoryPlanner.Plan(operations, copies, samples, slack: slack > 1 ? slack : 0), samples);
    }
}
