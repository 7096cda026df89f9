using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Planning;

/// <summary>
/// Decides from shapes alone how a program runs: which operations share a loop over samples, how long each buffer lives, how
/// many samples make a block, and where each buffer lies, buffers that are never needed at the same time in the same place.
/// </summary>
internal static class ProgramPlanner
{
    private const int Boundary = 16;

    /// <summary>Plans a program for any number of samples.</summary>
    public static ProgramPlan Plan(IReadOnlyList<Operation> operations) => Plan(operations, Summation.BlockSamples);

    /// <summary>Plans a program for one sample.</summary>
    public static ProgramPlan PlanOne(IReadOnlyList<Operation> operations) => Plan(operations, _ => 1);

    private static ProgramPlan Plan(IReadOnlyList<Operation> operations, Func<long, int> blockSamples)
    {
        Operation[] prologue = Of(Granularity.Step), groupStart = Of(Granularity.GroupStart), groupEnd = Of(Granularity.GroupEnd);
        List<Stage> stages = Stages(operations.Where(operation => operation.Granularity is Granularity.Sample or Granularity.Block));
        IReadOnlyList<BufferSpan> spans = Spans([.. prologue, .. groupStart, .. groupEnd], stages);
        long perSample = spans.Where(span => span.Buffer.Lifetime == Lifetime.Block).Sum(span => (long)span.Buffer.Length);
        int samples = blockSamples(perSample);
        Dictionary<Buffer, int> tiles = stages.SelectMany(stage => stage.Operations)
            .SelectMany(operation => operation.Operands.Select(operand => (operand.Buffer, operation.SampleTile)))
            .GroupBy(pair => pair.Buffer).ToDictionary(pairs => pairs.Key, pairs => pairs.Max(pair => pair.SampleTile));
        return new(prologue, groupStart, stages, groupEnd, samples, Place(spans, buffer => SizeOf(buffer, samples, tiles)));

        Operation[] Of(Granularity granularity) => [.. operations.Where(operation => operation.Granularity == granularity)];
    }

    private static List<Stage> Stages(IEnumerable<Operation> operations)
    {
        List<Stage> stages = [];
        List<Operation> run = [];
        foreach (Operation operation in operations)
        {
            if (run.Count > 0 && run[0].Granularity != operation.Granularity)
                Close();
            run.Add(operation);
        }

        Close();
        return stages;

        void Close()
        {
            if (run.Count > 0)
                stages.Add(new Stage(run[0].Granularity, run));
            run = [];
        }
    }

    /// <summary>
    /// When each buffer is needed, in numbers of operations. A buffer with a copy for each sample of a block is needed in the
    /// whole of every stage that touches it: while one sample is being worked on, the others' copies must stay. What is touched
    /// around the loop over blocks is needed throughout.
    /// </summary>
    private static IReadOnlyList<BufferSpan> Spans(IReadOnlyList<Operation> aroundBlocks, IReadOnlyList<Stage> stages)
    {
        Dictionary<Buffer, (int First, int Last, int FirstStage, int LastStage)> touched = [];
        int number = 0, end = stages.Sum(stage => stage.Operations.Count);
        List<(int First, int Last)> stageSpans = [];
        for (int stage = 0; stage < stages.Count; stage++)
        {
            int first = number;
            foreach (Operation operation in stages[stage].Operations)
            {
                foreach (Operand operand in operation.Operands.Where(operand => operand.Buffer.Kind == BufferKind.Scratch))
                    touched[operand.Buffer] = touched.TryGetValue(operand.Buffer, out var known) ? (known.First, number, known.FirstStage, stage) : (number, number, stage, stage);
                number++;
            }

            stageSpans.Add((first, number - 1));
        }

        List<BufferSpan> spans = [];
        foreach (Buffer buffer in aroundBlocks.SelectMany(operation => operation.Operands).Select(operand => operand.Buffer).Where(buffer => buffer.Kind == BufferKind.Scratch).Distinct())
        {
            touched.Remove(buffer);
            spans.Add(new(buffer, 0, end));
        }

        foreach (KeyValuePair<Buffer, (int First, int Last, int FirstStage, int LastStage)> pair in touched)
        {
            (int first, int last, int firstStage, int lastStage) = pair.Value;
            bool withinOne = firstStage == lastStage && stages[firstStage].Granularity == Granularity.Sample;
            if (pair.Key.Lifetime == Lifetime.Operation)
            {
                spans.Add(new(pair.Key, first, last));
                continue;
            }

            pair.Key.Lifetime = withinOne ? Lifetime.Sample : Lifetime.Block;
            spans.Add(withinOne ? new(pair.Key, first, last) : new(pair.Key, stageSpans[firstStage].First, stageSpans[lastStage].Last));
        }

        return spans;
    }

    /// <summary>Gives each buffer, the largest first, the lowest place that is free while it is needed.</summary>
    private static long Place(IReadOnlyList<BufferSpan> spans, Func<Buffer, long> sizeOf)
    {
        List<(BufferSpan Span, long Size)> placed = [];
        long total = 0;
        foreach (BufferSpan span in spans.OrderByDescending(span => sizeOf(span.Buffer)).ThenBy(span => span.First))
        {
            long size = sizeOf(span.Buffer);
            long offset = 0;
            foreach ((BufferSpan other, long otherSize) in placed.Where(other => other.Span.Overlaps(span)).OrderBy(other => other.Span.Buffer.Offset))
            {
                if (offset + size <= other.Buffer.Offset)
                    break;
                offset = Math.Max(offset, other.Buffer.Offset + otherSize);
            }

            (span.Buffer.Offset, span.Buffer.Reserved) = (offset, size);
            placed.Add((span, size));
            total = Math.Max(total, offset + size);
        }

        return total;
    }

    private static long SizeOf(Buffer buffer, int samples, IReadOnlyDictionary<Buffer, int> tiles)
    {
        // Samples of a block and of a tile are powers of two.
        bool perSample = buffer.Lifetime == Lifetime.Block;
        long floats = perSample ? (long)buffer.Length * Math.Max(samples, tiles[buffer]) : buffer.Length;
        return (floats + Boundary - 1) / Boundary * Boundary;
    }

    private readonly record struct BufferSpan(Buffer Buffer, int First, int Last)
    {
        public bool Overlaps(BufferSpan other) => First <= other.Last && other.First <= Last;
    }
}
