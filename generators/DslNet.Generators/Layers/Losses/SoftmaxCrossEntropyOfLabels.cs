using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>ln Σ eˣ − x[label] and, where it is wanted, its gradient, softmax(x) − 1 at the label: one sample. With weights and smoothing, of a <see cref="SmoothedTarget"/>.</summary>
/// <param name="Compared">What a label stands for.</param>
/// <param name="Ignored">The label of a sample that is left out.</param>
internal sealed record SoftmaxCrossEntropyOfLabels(SmoothedTarget Compared, int Ignored) : LossKernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("logits"), new("label", KernelParameter.Integers), LossGradient.Parameter];

    private int Classes => Compared.Classes;

    private string Summary => Compared is { IsSmoothed: false, IsWeighted: false }
        ? "ln Σ eˣ − x[label] and, if it is wanted, its gradient (softmax(x) − [label]) times scale."
        : "Σ t·(ln Σ eˣ − x), t = w·((1 − ε)·[label] + ε/classes), and, if it is wanted, its gradient (softmax(x)·Σ t − t) times scale.";

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, Summary))
        {
            WriteIgnored(writer, target);
            SoftmaxRow.WriteExponentials(writer, target, Classes, "logits", "gradient", "0", LossGradient.IfWanted);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            if (Compared is { IsSmoothed: false, IsWeighted: false })
                WritePlain(writer, target);
            else
                WriteOfTarget(writer, target);
        }
    }

    /// <summary>A sample that is left out has no loss, and a gradient of zero.</summary>
    private void WriteIgnored(SourceWriter writer, Target target)
    {
        using (writer.Block($"if (label == {Literal.Of(Ignored)})"))
        {
            using (writer.Block(LossGradient.IfWanted))
                ChannelGroups.Write(writer, target, Classes, (offset, _, _) => writer.Line(target.Store("Float__.Zero", "gradient", offset)));
            writer.Line("return 0;");
        }
    }

    private void WritePlain(SourceWriter writer, Target target)
    {
        using (writer.Block(LossGradient.IfWanted))
        {
            writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
            ChannelGroups.Write(writer, target, Classes, (offset, _, _) =>
                writer.Line(target.Store($"{target.Load("gradient", offset)} / sums * scales", "gradient", offset)));
        }

        WriteRight(writer);
        writer.Lines(LossGradient.IfWanted, $"\tPlace__.Add(ref gradient, right) -= {LossGradient.Scale};");
        writer.Line("return Vector__.ToScalar(Math__.Log(sums)) + (max - Place__.Add(ref logits, right));");
    }

    private void WriteOfTarget(SourceWriter writer, Target target)
    {
        Compared.Declare(writer);
        WriteRight(writer);
        writer.Line($"float own = {Compared.WeightOf("right", Compared.Kept)};");
        string total = Compared.IsSmoothed ? $"(own + {Compared.SharedSum})" : "own";
        using (writer.Block(LossGradient.IfWanted))
        {
            writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
            writer.Line($"Float__ totals = Lanes__.Fill({total});");
            ChannelGroups.Write(writer, target, Classes, (offset, _, mask) =>
            {
                string slope = $"{target.Load("gradient", offset)} / sums * totals";
                writer.Line(target.Store(Compared.IsSmoothed ? $"({slope} - {Compared.Shared(target, offset, mask)}) * scales" : $"{slope} * scales", "gradient", offset));
            });
            writer.Line($"Place__.Add(ref gradient, right) -= own * {LossGradient.Scale};");
        }

        writer.Line("Float__ logarithm = Math__.Log(sums);");
        string ownLoss = "own * (Vector__.ToScalar(logarithm) + (max - Place__.Add(ref logits, right)))";
        if (!Compared.IsSmoothed)
        {
            writer.Line($"return {ownLoss};");
            return;
        }

        ChannelGroups.Declare(writer, target, "loss", "Float__.Zero");
        ChannelGroups.Write(writer, target, Classes, (offset, part, mask) =>
        {
            if (ChannelGroups.IsEmpty(mask))
                return;
            string term = $"{Compared.Weighted(target, offset, $"(logarithm + (maxima - {target.Load("logits", offset)}))")}";
            writer.Line($"loss{part} += {ChannelGroups.Masked(target, mask, term, "Float__.Zero")};");
        });
        writer.Line($"return {ownLoss} + {Compared.Share} * {ChannelGroups.Reduce(target, "Sum", "loss")};");
    }

    private void WriteRight(SourceWriter writer)
    {
        writer.Line("// Labels were checked, but they are the caller's memory, which another thread may change meanwhile.");
        writer.Line($"int right = (int)global::System.Math.Min((uint)label, {Classes - 1}u);");
    }
}
