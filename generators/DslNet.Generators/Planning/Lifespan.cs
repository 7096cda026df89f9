using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// How long a program needs what is in a buffer. It is kept by the innermost loop that all its users are in, though by none further in than the one
/// whose turns have copies; and within that loop for as long as any loop in it goes on that has a user: while one sample is worked on, the copies
/// of others must stay. Copies are kept to the end of a run of operations too.
/// </summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="KeptBy">The loop each turn of which needs it anew.</param>
/// <param name="First">The number of the first operation that uses it, or of the first one in a loop that does.</param>
/// <param name="Last">The number of the last one.</param>
/// <param name="IsUsedBetweenGroups">Whether an operation uses it that waits for all groups of a call.</param>
internal sealed record Lifespan(Buffer Buffer, Level KeptBy, int First, int Last, bool IsUsedBetweenGroups)
{
    /// <summary>Those of a program's scratch memory, in the order of its first use.</summary>
    public static IReadOnlyList<Lifespan> Of(Loop root)
    {
        Dictionary<Buffer, List<Use>> uses = [];
        int number = 0;
        Visit(root, []);
        return [.. uses.Select(pair => Of(pair.Key, pair.Value))];

        void Visit(Loop loop, IReadOnlyList<Span> around)
        {
            Span span = new(loop.Level, number);
            Span[] within = [.. around, span];
            foreach (Node node in loop.Nodes)
            {
                if (node is Loop inner)
                    Visit(inner, within);
                else
                    Add(((Run)node).Calls, within);
            }

            span.Last = number - 1;
        }

        void Add(IReadOnlyList<Operation> run, IReadOnlyList<Span> around)
        {
            int first = number, last = number + run.Count - 1;
            foreach (Operation operation in run)
            {
                foreach (Operand operand in operation.Operands)
                {
                    Buffer buffer = operand.Buffer;
                    if (buffer.Kind != BufferKind.Scratch)
                        continue;
                    if (!uses.TryGetValue(buffer, out List<Use>? known))
                        uses.Add(buffer, known = []);
                    if (known.Count == 0 || known[known.Count - 1].Number != number)
                        known.Add(new(operation, number, first, last, around));
                }

                number++;
            }
        }
    }

    public bool Overlaps(Lifespan other) => First <= other.Last && other.First <= Last;

    private static Lifespan Of(Buffer buffer, IReadOnlyList<Use> uses)
    {
        // All of them are in the outermost loop.
        int depth = 0;
        while (HaveCommonLoop(depth + 1) && MayBeAnewIn(uses[0].Around[depth + 1].Level))
            depth++;
        Level keptBy = uses[0].Around[depth].Level;
        bool ofRun = keptBy < buffer.Per;
        return new(
            buffer, keptBy, uses.Min(use => use.FirstWithin(depth, ofRun)), uses.Max(use => use.LastWithin(depth, ofRun)),
            uses.Any(use => use.Operation.When.Level == Level.Call && use.Operation.When.Moment != Moment.Entering));

        bool MayBeAnewIn(Level level) => level <= buffer.Per && (!buffer.CrossesTime || level <= Level.Sequence);

        bool HaveCommonLoop(int depth) => uses.All(use => depth < use.Around.Count && use.Around[depth] == uses[0].Around[depth]);
    }

    /// <summary>A loop, and the numbers of its operations.</summary>
    private sealed class Span(Level level, int first)
    {
        public Level Level { get; } = level;

        public int First { get; } = first;

        public int Last { get; set; }
    }

    /// <summary>An operation that uses a buffer.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="FirstOfRun">The number of the first operation of its run.</param>
    /// <param name="LastOfRun">The number of the last one.</param>
    /// <param name="Around">The loops around it, from the outside in.</param>
    private sealed record Use(Operation Operation, int Number, int FirstOfRun, int LastOfRun, IReadOnlyList<Span> Around)
    {
        /// <summary>Where that begins which the loop at a depth consists of, and the operation is in: a loop, its run, or itself.</summary>
        public int FirstWithin(int depth, bool ofRun) => depth + 1 < Around.Count ? Around[depth + 1].First : ofRun ? FirstOfRun : Number;

        /// <summary>Where it ends.</summary>
        public int LastWithin(int depth, bool ofRun) => depth + 1 < Around.Count ? Around[depth + 1].Last : ofRun ? LastOfRun : Number;
    }
}
