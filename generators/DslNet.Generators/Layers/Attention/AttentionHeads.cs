using DslNet.CompilerServices;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>
/// How queries, keys and values are stored: those of a frame one after the other, head by head, each filled up with zeros. The frames that a query may look at
/// are counted so that the current one is the last of a whole number of groups of eight: a window's first group may begin with frames that are too old.
/// </summary>
/// <param name="Heads">How many heads there are.</param>
/// <param name="Head">Values of a head.</param>
/// <param name="Context">Frames of a whole window.</param>
internal readonly record struct AttentionHeads(int Heads, int Head, int Context)
{
    /// <summary>Keys that are compared at once.</summary>
    public const int Group = 8;

    // So many features of a key or a value are in registers at once.
    private const int FeaturesTogether = 32;

    private const int Aliased = 128, Apart = 16;

    /// <summary>Values of a head, with the zeros behind them.</summary>
    public int Padded => PanelWidth.RoundUp(Head);

    /// <summary>Queries, keys and values of a frame.</summary>
    public int PaddedOutputs => 3 * Heads * Padded;

    /// <summary>From one frame of them to the next: not a multiple of 512 bytes, as layouts of vectors.</summary>
    public int Frame => Unaliased(PaddedOutputs);

    /// <summary>Places of a window.</summary>
    public int Window => (Context + Group - 1) / Group * Group;

    /// <summary>Frames before the current one that have a place.</summary>
    public int FramesBefore => Window - 1;

    /// <summary>From one frame of all heads' results to the next: they are stored without gaps, but for whole vectors.</summary>
    public int Results => PanelWidth.RoundUp((Heads - 1) * Head + Padded);

    /// <summary>From one frame of all heads' weights to the next: a key's are a column of them.</summary>
    public int Weights => Unaliased(Heads * Window);

    private static int Unaliased(int length) => length % Aliased == 0 ? length + Apart : length;

    /// <summary>For a kernel's comment.</summary>
    public string Phrase => $"{NumberText.Counted(Heads, "head")} of {NumberText.Counted(Head, "value")}, {NumberText.Counted(Context, "frame")}";

    /// <summary>Where the queries (0), keys (1) or values (2) of a head begin in a frame.</summary>
    public string Place(string head, int projection) => Offset.Sum(Offset.Times(head, Padded), Literal.Of(projection * Heads * Padded));

    /// <summary>Into how many partial sums, by turns, what is summed over frames goes: few features alone would wait for each other.</summary>
    public int PartialSums => Padded <= FeaturesTogether ? 2 : 1;

    /// <summary>The features in runs that fit the registers.</summary>
    public IEnumerable<(int First, int Count)> Runs
    {
        get
        {
            for (int first = 0; first < Padded; first += FeaturesTogether)
                yield return (first, Math.Min(FeaturesTogether, Padded - first));
        }
    }

    /// <summary>Opens the loops over heads and frames.</summary>
    public IDisposable Loops(SourceWriter writer, out string head)
    {
        IDisposable outer = writer.Loop("head", Heads, out head);
        IDisposable inner = writer.Block("for (int t = 0; t < count; t++)");
        return new Closing(inner, outer);
    }

    /// <summary>Declares <c>oldest</c>, the place of the oldest frame of a window, and <c>first</c>, where its group begins.</summary>
    public void WriteWindow(SourceWriter writer)
    {
        writer.Line($"int oldest = {Window} - (int)global::System.Math.Min((uint)Place__.Read(ref counts, t * 8), {Context}u);");
        writer.Line($"int first = oldest & -{Group};");
    }

    /// <summary>
    /// Writes products of a row with all places of the window: eight partial sums of each, of features that are eight apart, and those in a tree. Places of frames
    /// that are too old receive a constant.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="row">The row.</param>
    /// <param name="rows">What it is multiplied with: the row at the window's first place.</param>
    /// <param name="destination">Where products go.</param>
    /// <param name="factor">What they are multiplied by; null for nothing.</param>
    /// <param name="isMasked">Whether features behind the last one are something else in the row.</param>
    /// <param name="tooOld">The constant.</param>
    public void WriteScores(SourceWriter writer, Target target, string row, string rows, string destination, float? factor, bool isMasked, string tooOld)
    {
        int parts = ChannelGroups.Parts(target), head = Head, frame = Frame;
        using (writer.Block($"for (int place = first; place < {Window}; place += {Group})"))
        {
            writer.Line($"ref float key = ref Place__.Add(ref {rows}, place * {frame});");
            for (int set = 0; set < parts; set++)
            {
                using (parts > 1 ? writer.Block() : null)
                    WriteSet(set * target.Lanes);
            }
        }

        using (writer.Block("for (int place = first; place < oldest; place++)"))
            writer.Line($"Place__.Add(ref {destination}, place) = {tooOld};");

        void WriteSet(int from)
        {
            string[] sums = [.. from key in Enumerable.Range(0, target.Lanes) from part in Enumerable.Range(0, parts) select $"s{key}{(parts > 1 ? (part == 0 ? "low" : "high") : "")}"];
            foreach (string declaration in target.Declare([.. sums.Select(sum => (sum, "Float__.Zero"))]))
                writer.Line(declaration);
            ChannelGroups.Write(writer, target, head, (offset, part, mask) =>
            {
                if (ChannelGroups.IsEmpty(mask))
                    return;
                writer.Line($"Float__ q = {(isMasked ? ChannelGroups.Masked(target, mask, target.Load(row, offset), "Float__.Zero") : target.Load(row, offset))};");
                for (int key = 0; key < target.Lanes; key++)
                {
                    string sum = sums[key * parts + part];
                    writer.Line($"{sum} = Lanes__.MultiplyAdd(q, {target.Load("key", Offset.Sum(offset, Literal.Of((from + key) * frame)))}, {sum});");
                }
            });
            string all = $"Horizontal__.Sums({string.Join(", ", sums)})";
            writer.Line(target.Store(factor is { } scale ? $"{all} * {target.Constant(scale)}" : all, destination, Offset.Of("place", from)));
        }
    }

    /// <summary>Writes the sum over the frames of a window, from the oldest on, of a weight times a row of each.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="weights">The weights of all places.</param>
    /// <param name="rows">The row at the window's first place.</param>
    /// <param name="destination">Where the sum goes.</param>
    public void WriteMean(SourceWriter writer, Target target, string weights, string rows, string destination)
    {
        int partial = PartialSums, frame = Frame;
        foreach ((int first, int count) in Runs)
        {
            using (writer.Block())
            {
                int vectors = count / target.Lanes;
                string Sum(int chain, int vector) => partial > 1 ? $"sum{chain}_{vector}" : $"sum{vector}";
                foreach (string declaration in target.Declare([.. from chain in Enumerable.Range(0, partial) from vector in Enumerable.Range(0, vectors) select (Sum(chain, vector), "Float__.Zero")]))
                    writer.Line(declaration);
                writer.Line("int place = oldest;");
                if (partial > 1)
                {
                    using (writer.Block($"for (; place < {Window - partial + 1}; place += {partial})"))
                        WriteTerms(partial);
                    using (writer.Block($"if (place < {Window})"))
                        WriteTerms(1);
                }
                else
                {
                    using (writer.Block($"for (; place < {Window}; place++)"))
                        WriteTerms(1);
                }

                for (int vector = 0; vector < vectors; vector++)
                    writer.Line(target.Store(partial > 1 ? $"({Sum(0, vector)} + {Sum(1, vector)})" : Sum(0, vector), destination, Literal.Of(first + vector * target.Lanes)));

                void WriteTerms(int terms)
                {
                    writer.Line($"ref float row = ref Place__.Add(ref {rows}, place * {frame});");
                    for (int term = 0; term < terms; term++)
                    {
                        writer.Line($"Float__ weight{term} = {target.Broadcast(weights, Offset.Of("place", term))};");
                        for (int vector = 0; vector < vectors; vector++)
                            writer.Line($"{Sum(term, vector)} = Lanes__.MultiplyAdd(weight{term}, {target.Load("row", Literal.Of(term * frame + first + vector * target.Lanes))}, {Sum(term, vector)});");
                    }
                }
            }
        }
    }

    private sealed class Closing(params IDisposable[] blocks) : IDisposable
    {
        public void Dispose()
        {
            foreach (IDisposable block in blocks)
                block.Dispose();
        }
    }
}
