using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>
/// ∂k[j] = Σ ∂s[t, j]·q[t] and ∂v[j] = Σ p[t, j]·∂y[t] over the frames from j on that look at it, for each head. Neighbouring keys are summed together: most
/// frames look at all of them, and are loaded once.
/// </summary>
/// <param name="Heads">How all is stored.</param>
internal sealed record AttentionKeyGradient(AttentionHeads Heads) : Kernel
{
    // With four vectors of features each they have twelve accumulators.
    private const int KeysTogether = 3;

    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("x"), new("p"), new("dy"), new("ds"), new("dx")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂k = Σ ∂s·q and ∂v = Σ p·∂y over the frames that look at one: {Heads.Phrase}."))
        using (writer.Loop("head", Heads.Heads, out string head))
        {
            writer.Line("int t = 0;");
            if (Heads.Context >= KeysTogether)
            {
                using (writer.Block($"for (; t <= count - {KeysTogether}; t += {KeysTogether})"))
                    WriteKeys(writer, target, head, KeysTogether);
            }

            using (writer.Block("for (; t < count; t++)"))
                WriteKeys(writer, target, head, 1);
        }
    }

    /// <summary>The gradients of some neighbouring keys and values.</summary>
    private void WriteKeys(SourceWriter writer, Target target, string head, int keys)
    {
        // Where the first key's last frame is, all others have theirs or another one behind it.
        for (int key = 0; key < keys; key++)
            writer.Line($"int frames{key} = {(key == 0 ? "" : $"{key} + ")}(int)global::System.Math.Min((uint)Place__.Read(ref counts, {Offset.Times(Offset.Of("t", key), FrameCount.Length)}), {Heads.Context}u);");
        string weights = Offset.Sum($"t * {Heads.Weights}", Offset.Times(head, Heads.Window), Literal.Of(Heads.Window - 1));
        string frame = $"t * {Heads.Frame}";
        writer.Line($"ref float slopes = ref Place__.Add(ref ds, {weights});");
        writer.Line($"ref float queries = ref Place__.Add(ref x, {Offset.Sum(frame, Heads.Place(head, 0))});");
        writer.Line($"ref float ofKeys = ref Place__.Add(ref dx, {Offset.Sum(frame, Heads.Place(head, 1))});");
        Write(writer, target, keys, "slopes", "queries", Heads.Frame, "ofKeys", isMasked: false);
        writer.Line($"ref float weights = ref Place__.Add(ref p, {weights});");
        writer.Line($"ref float results = ref Place__.Add(ref dy, {Offset.Sum($"t * {Heads.Results}", Offset.Times(head, Heads.Head))});");
        writer.Line($"ref float ofValues = ref Place__.Add(ref dx, {Offset.Sum(frame, Heads.Place(head, 2))});");
        Write(writer, target, keys, "weights", "results", Heads.Results, "ofValues", isMasked: true);
    }

    /// <summary>Sums of a factor of each frame times its row.</summary>
    private void Write(SourceWriter writer, Target target, int keys, string factors, string rows, int stride, string destination, bool isMasked)
    {
        foreach ((int first, int count) in Heads.Runs)
        {
            int vectors = count / target.Lanes;
            using (writer.Block())
            {
                foreach (string declaration in target.Declare([.. from key in Enumerable.Range(0, keys) from vector in Enumerable.Range(0, vectors) select (Sum(key, vector), "Float__.Zero")]))
                    writer.Line(declaration);
                for (int behind = 0; behind < keys - 1; behind++)
                {
                    using (writer.Block())
                        WriteTerms(Literal.Of(behind), [.. Enumerable.Range(0, behind + 1)]);
                }

                using (writer.Block($"for (int behind = {keys - 1}; behind < frames0; behind++)"))
                    WriteTerms("behind", [.. Enumerable.Range(0, keys)]);
                for (int key = 1; key < keys; key++)
                {
                    using (writer.Block($"for (int behind = frames0; behind < frames{key}; behind++)"))
                        WriteTerms("behind", [key]);
                }

                foreach ((int key, int vector) in from key in Enumerable.Range(0, keys) from vector in Enumerable.Range(0, vectors) select (key, vector))
                    writer.Line(target.Store(Sum(key, vector), destination, Literal.Of(key * Heads.Frame + first + vector * target.Lanes)));
            }

            void WriteTerms(string behind, int[] some)
            {
                // A frame later finds a key a place before, and the next key a place behind it.
                writer.Line($"ref float row = {Offset.Reference(rows, Offset.Times(behind, stride))};");
                foreach (int key in some)
                    writer.Line($"Float__ factor{key} = {target.Broadcast(factors, Offset.Of(Offset.Times(behind, Heads.Weights - 1), key))};");
                for (int vector = 0; vector < vectors; vector++)
                {
                    int feature = first + vector * target.Lanes, lanes = Math.Min(Math.Max(Heads.Head - feature, 0), target.Lanes);
                    string? mask = isMasked && lanes < target.Lanes ? ChannelGroups.Mask(lanes) : null;
                    if (ChannelGroups.IsEmpty(mask))
                        continue;
                    writer.Line($"Float__ row{vector} = {ChannelGroups.Masked(target, mask, target.Load("row", Literal.Of(feature)), "Float__.Zero")};");
                    foreach (int key in some)
                        writer.Line($"{Sum(key, vector)} = Lanes__.MultiplyAdd(factor{key}, row{vector}, {Sum(key, vector)});");
                }
            }
        }

        static string Sum(int key, int vector) => $"sum{key}_{vector}";
    }
}
