using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>Σ t·(ln Σ eˣ⁻ᵐ + (m − x)), m the largest x, so that no digits are lost in large ones, and, where it is wanted, its gradient, softmax(x)·Σ t − t: one sample.</summary>
internal sealed class SoftmaxCrossEntropyOfProbabilities(Tensor output, Tensor? gradient, Tensor targets) : Operation
{
    public override string Name => "SoftmaxCrossEntropyOfProbabilities";

    public override string TypeParameters => LossGradient.TypeParameters;

    public override string Constraints => LossGradient.Constraints;

    public override Granularity Granularity => Granularity.Sample;

    public override string ReturnType => "double";

    public override BufferKind? OnlyWith => BufferKind.Targets;

    public override IReadOnlyList<Operand> Operands { get; } =
        [new("logits", output.Buffer), new("target", targets.Buffer), LossGradient.Operand(gradient, output)];

    public override IReadOnlyList<ScalarArgument> Scalars { get; } = [LossGradient.Argument(gradient)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int channels = output.Layout.Channels;
        using (Method(writer, "Σ t·(ln Σ eˣ⁻ᵐ + (m − x)), m = max x, and, if it is wanted, its gradient (softmax(x)·Σ t − t) times scale.", Declaration))
        {
            SoftmaxRow.WriteExponentials(writer, target, channels, "logits", "gradient", "0", LossGradient.IfWanted);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            writer.Line("Float__ logarithm = Math__.Log(sums);");
            ChannelGroups.Declare(writer, target, "weight", "Float__.Zero");
            ChannelGroups.Declare(writer, target, "loss", "Float__.Zero");
            ChannelGroups.Write(writer, target, channels, (offset, part, mask) =>
            {
                writer.Line($"Float__ t = {target.Load("target", offset)};");
                writer.Line($"Float__ term = t * (logarithm + (maxima - {target.Load("logits", offset)}));");
                writer.Line($"weight{part} += t;");
                writer.Line($"loss{part} += {ChannelGroups.Masked(target, mask, "term", "Float__.Zero")};");
            });
            using (writer.Block(LossGradient.IfWanted))
            {
                writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
                writer.Line($"Float__ weights = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "weight")});");
                ChannelGroups.Write(writer, target, channels, (offset, _, _) =>
                    writer.Line(target.Store($"({target.Load("gradient", offset)} / sums * weights - {target.Load("target", offset)}) * scales", "gradient", offset)));
            }

            writer.Line($"return {ChannelGroups.Reduce(target, "Sum", "loss")};");
        }
    }
}
