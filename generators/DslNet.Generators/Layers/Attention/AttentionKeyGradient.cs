using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>∂k[j] = Σ ∂s[t, j]·q[t] and ∂v[j] = Σ p[t, j]·∂y[t] over the frames from j on that look at it, for each head.</summary>
/// <param name="Heads">How all is stored.</param>
internal sealed record AttentionKeyGradient(AttentionHeads Heads) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("x"), new("p"), new("dy"), new("ds"), new("dx")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂k = Σ ∂s·q and ∂v = Σ p·∂y over the frames that look at one: {Heads.Phrase}."))
        using (Heads.Loops(writer, out string head))
        {
            writer.Line($"int frames = (int)global::System.Math.Min((uint)Place__.Read(ref counts, t * {FrameCount.Length}), {Heads.Context}u);");
            string weights = Offset.Sum($"t * {Heads.Weights}", Offset.Times(head, Heads.Window), Literal.Of(Heads.Window - 1));
            writer.Line($"ref float weights = ref Place__.Add(ref p, {weights});");
            writer.Line($"ref float slopes = ref Place__.Add(ref ds, {weights});");
            writer.Line($"ref float queries = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 0))});");
            writer.Line($"ref float results = ref Place__.Add(ref dy, {Offset.Sum($"t * {Heads.Results}", Offset.Times(head, Heads.Head))});");
            writer.Line($"ref float key = ref Place__.Add(ref dx, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 1))});");
            writer.Line($"ref float value = ref Place__.Add(ref dx, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 2))});");
            foreach ((int first, int count) in Heads.Runs)
            {
                using (writer.Block())
                    WriteRun(writer, target, first, count / target.Lanes);
            }
        }
    }

    private void WriteRun(SourceWriter writer, Target target, int first, int vectors)
    {
        foreach (string declaration in target.Declare([.. from name in new[] { "key", "value" } from vector in Enumerable.Range(0, vectors) select ($"{name}{vector}", "Float__.Zero")]))
            writer.Line(declaration);
        using (writer.Block("for (int behind = 0; behind < frames; behind++)"))
        {
            // A frame later finds this one a place before.
            string place = $"behind * {Heads.Weights - 1}";
            writer.Line($"Float__ slope = {target.Broadcast("slopes", place)}, weight = {target.Broadcast("weights", place)};");
            writer.Line($"ref float query = ref Place__.Add(ref queries, behind * {Heads.Frame});");
            writer.Line($"ref float result = ref Place__.Add(ref results, behind * {Heads.Results});");
            for (int vector = 0; vector < vectors; vector++)
            {
                int feature = first + vector * target.Lanes, lanes = Math.Min(Math.Max(Heads.Head - feature, 0), target.Lanes);
                string offset = Literal.Of(feature);
                writer.Line($"key{vector} = Lanes__.MultiplyAdd(slope, {target.Load("query", offset)}, key{vector});");
                if (lanes > 0)
                    writer.Line($"value{vector} = Lanes__.MultiplyAdd(weight, {ChannelGroups.Masked(target, lanes == target.Lanes ? null : ChannelGroups.Mask(lanes), target.Load("result", offset), "Float__.Zero")}, value{vector});");
            }
        }

        for (int vector = 0; vector < vectors; vector++)
        {
            string offset = Literal.Of(first + vector * target.Lanes);
            writer.Line(target.Store($"key{vector}", "key", offset));
            writer.Line(target.Store($"value{vector}", "value", offset));
        }
    }
}
