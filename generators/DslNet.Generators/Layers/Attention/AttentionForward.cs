using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>y[t] = Σ p[j]·v[j] over the frames of a window, p = softmax(q[t]·k[j] / √d), for each head. Its input begins with the oldest frame that has a place.</summary>
/// <param name="Heads">How all is stored.</param>
/// <param name="KeepsWeights">Whether p is kept for each frame and head, for the gradient.</param>
internal sealed record AttentionForward(AttentionHeads Heads, bool KeepsWeights) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("x"), new("p"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = Σ p·v, p = softmax(q·k / √{Heads.Head}): {Heads.Phrase}.", single: true))
        using (Heads.Loops(writer, out string head))
        {
            Heads.WriteWindow(writer);
            writer.Line($"ref float query = ref Place__.Add(ref x, {Offset.Sum($"(t + {Heads.FramesBefore}) * {Heads.Frame}", Heads.Place(head, 0))});");
            writer.Line($"ref float keys = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 1))});");
            writer.Line($"ref float values = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 2))});");
            writer.Line($"ref float weights = {(KeepsWeights ? Offset.Reference("p", Offset.Sum($"t * {Heads.Weights}", Offset.Times(head, Heads.Window))) : "ref p")};");
            writer.Line($"ref float result = ref Place__.Add(ref y, {Offset.Sum($"t * {Heads.Results}", Offset.Times(head, Heads.Head))});");
            Heads.WriteScores(writer, target, "query", "keys", "weights", (float)(1 / Math.Sqrt(Heads.Head)), isMasked: false, "float.NegativeInfinity");
            WriteSoftmax(writer, target);
            Heads.WriteMean(writer, target, "weights", "values", "result");
        }
    }

    private void WriteSoftmax(SourceWriter writer, Target target)
    {
        int parts = ChannelGroups.Parts(target);
        ChannelGroups.Declare(writer, target, "most", "Lanes__.Fill(float.NegativeInfinity)");
        WriteLoop(part => writer.Line($"most{part} = {target.Max(Load(part), $"most{part}")};"));
        writer.Line($"Float__ maxima = Lanes__.Fill({ChannelGroups.Reduce(target, "Max", "most")});");
        ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
        WriteLoop(part =>
        {
            writer.Line($"Float__ power{part} = Math__.ExpNonPositive({Load(part)} - maxima);");
            writer.Line($"total{part} += power{part};");
            writer.Line(target.Store($"power{part}", "weights", At(part)));
        });
        writer.Line($"Float__ totals = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "total")});");
        WriteLoop(part => writer.Line(target.Store($"({Load(part)} / totals)", "weights", At(part))));

        string At(int part) => Offset.Of("place", part * target.Lanes);

        string Load(int part) => target.Load("weights", At(part));

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
