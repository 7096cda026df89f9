using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>Σ t·(ln Σ eˣ⁻ᵐ + (m − x)), m the largest x, so that no digits are lost in large ones, and, where it is wanted, its gradient, softmax(x)·Σ t − t: one sample.</summary>
/// <param name="Compared">What becomes of a target.</param>
internal sealed record SoftmaxCrossEntropyOfProbabilities(SmoothedTarget Compared) : LossKernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("logits"), new("target"), LossGradient.Parameter];

    private string Summary => Compared is { IsSmoothed: false, IsWeighted: false }
        ? "Σ t·(ln Σ eˣ⁻ᵐ + (m − x)), m = max x, and, if it is wanted, its gradient (softmax(x)·Σ t − t) times scale."
        : "Σ t'·(ln Σ eˣ⁻ᵐ + (m − x)), t' = w·((1 − ε)·t + ε/classes), m = max x, and, if it is wanted, its gradient (softmax(x)·Σ t' − t') times scale.";

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int classes = Compared.Classes;
        using (Method(writer, name, Summary))
        {
            SoftmaxRow.WriteExponentials(writer, target, classes, "logits", "gradient", "0", LossGradient.IfWanted);
            Compared.Declare(writer);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            writer.Line("Float__ logarithm = Math__.Log(sums);");
            ChannelGroups.Declare(writer, target, "weight", "Float__.Zero");
            ChannelGroups.Declare(writer, target, "loss", "Float__.Zero");
            ChannelGroups.Write(writer, target, classes, (offset, part, mask) =>
            {
                writer.Line($"Float__ t = {Target(target, offset, mask)};");
                writer.Line($"Float__ term = t * (logarithm + (maxima - {target.Load("logits", offset)}));");
                writer.Line($"weight{part} += t;");
                writer.Line($"loss{part} += {ChannelGroups.Masked(target, mask, "term", "Float__.Zero")};");
            });
            using (writer.Block(LossGradient.IfWanted))
            {
                writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
                writer.Line($"Float__ weights = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "weight")});");
                ChannelGroups.Write(writer, target, classes, (offset, _, mask) =>
                    writer.Line(target.Store($"({target.Load("gradient", offset)} / sums * weights - {Target(target, offset, mask)}) * scales", "gradient", offset)));
            }

            writer.Line($"return {ChannelGroups.Reduce(target, "Sum", "loss")};");
        }
    }

    /// <summary>What a vector of logits is compared with.</summary>
    private string Target(Target target, string offset, string? mask)
    {
        string given = target.Load("target", offset);
        if (!Compared.IsSmoothed)
            return Compared.Weighted(target, offset, given);
        string kept = Compared.Weighted(target, offset, $"{given} * Lanes__.Fill({Compared.Kept})");
        return $"({kept} + {Compared.Shared(target, offset, mask)})";
    }
}
