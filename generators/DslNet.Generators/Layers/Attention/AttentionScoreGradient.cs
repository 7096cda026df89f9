using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>∂s[j] = p[j]·(∂p[j] − Σ p·∂p) / √d, with ∂p[j] = ∂y[t]·v[j], and ∂q[t] = Σ ∂s[j]·k[j], for each head.</summary>
/// <param name="Heads">How all is stored.</param>
internal sealed record AttentionScoreGradient(AttentionHeads Heads) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("x"), new("p"), new("dy"), new("ds"), new("dx")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int parts = ChannelGroups.Parts(target);
        using (Method(writer, name, $"∂s = p·(∂p − Σ p·∂p) / √{Heads.Head}, ∂p = ∂y·v, and ∂q = Σ ∂s·k: {Heads.Phrase}."))
        using (Heads.Loops(writer, out string head))
        {
            Heads.WriteWindow(writer);
            string weights = Offset.Sum($"t * {Heads.Weights}", Offset.Times(head, Heads.Window));
            writer.Line($"ref float keys = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 1))});");
            writer.Line($"ref float values = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 2))});");
            writer.Line($"ref float weights = ref Place__.Add(ref p, {weights});");
            writer.Line($"ref float slopes = ref Place__.Add(ref ds, {weights});");
            writer.Line($"ref float result = ref Place__.Add(ref dy, {Offset.Sum($"t * {Heads.Results}", Offset.Times(head, Heads.Head))});");
            writer.Line($"ref float query = ref Place__.Add(ref dx, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 0))});");
            Heads.WriteScores(writer, target, "result", "values", "slopes", null, isMasked: true, "0");
            ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
            WriteLoop(part => writer.Line($"total{part} = Lanes__.MultiplyAdd({target.Load("weights", At(part))}, {target.Load("slopes", At(part))}, total{part});"));
            writer.Line($"Float__ totals = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "total")});");
            WriteLoop(part => writer.Line(target.Store(
                $"({target.Load("weights", At(part))} * ({target.Load("slopes", At(part))} - totals) * {target.Constant((float)(1 / Math.Sqrt(Heads.Head)))})", "slopes", At(part))));
            Heads.WriteMean(writer, target, "slopes", "keys", "query");
        }

        string At(int part) => Offset.Of("place", part * target.Lanes);

        void WriteLoop(Action<int> write)
        {
            using (writer.Block($"for (int place = first; place < {Heads.Window}; place += {AttentionHeads.Group})"))
            {
                for (int part = 0; part < parts; part++)
                    write(part);
            }
        }
    }
}
