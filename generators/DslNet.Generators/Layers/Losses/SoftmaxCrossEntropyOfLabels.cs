using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>ln Σ eˣ − x[label] and, where it is wanted, its gradient, softmax(x) − 1 at the label: one sample.</summary>
internal sealed class SoftmaxCrossEntropyOfLabels(Tensor output, Tensor? gradient, Operand label) : Operation
{
    public override string Name => "SoftmaxCrossEntropyOfLabels";

    public override string TypeParameters => LossGradient.TypeParameters;

    public override string Constraints => LossGradient.Constraints;

    public override Granularity Granularity => Granularity.Sample;

    public override string ReturnType => "double";

    public override BufferKind? OnlyWith => BufferKind.Labels;

    public override IReadOnlyList<Operand> Operands { get; } = [new("logits", output.Buffer), label, LossGradient.Operand(gradient, output)];

    public override IReadOnlyList<ScalarArgument> Scalars { get; } = [LossGradient.Argument(gradient)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, "ln Σ eˣ − x[label] and, if it is wanted, its gradient (softmax(x) − [label]) times scale.", Declaration))
        {
            SoftmaxRow.WriteExponentials(writer, target, output.Layout.Channels, "logits", "gradient", "0", LossGradient.IfWanted);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            using (writer.Block(LossGradient.IfWanted))
            {
                writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
                ChannelGroups.Write(writer, target, output.Layout.Channels, (offset, _, _) =>
                    writer.Line(target.Store($"{target.Load("gradient", offset)} / sums * scales", "gradient", offset)));
            }

            writer.Line("// Labels were checked, but they are the caller's memory, which another thread may change meanwhile.");
            writer.Line($"int right = (int)global::System.Math.Min((uint)label, {output.Layout.Channels - 1}u);");
            writer.Lines(LossGradient.IfWanted, $"\tPlace__.Add(ref gradient, right) -= {LossGradient.Scale};");
            writer.Line("return Vector__.ToScalar(Math__.Log(sums)) + (max - Place__.Add(ref logits, right));");
        }
    }
}
