using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>ln Σ eˣ − x[label] and, where it is wanted, its gradient, softmax(x) − 1 at the label: one sample.</summary>
/// <param name="Classes">Logits.</param>
internal sealed record SoftmaxCrossEntropyOfLabels(int Classes) : Kernel
{
    public override string TypeParameters => LossGradient.TypeParameters;

    public override string Constraints => LossGradient.Constraints;

    public override string ReturnType => "double";

    public override IReadOnlyList<KernelParameter> Parameters => [new("logits"), new("label", KernelParameter.Integers), LossGradient.Parameter];

    public override IReadOnlyList<KernelParameter> Scalars => LossGradient.Scalars;

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, "ln Σ eˣ − x[label] and, if it is wanted, its gradient (softmax(x) − [label]) times scale."))
        {
            SoftmaxRow.WriteExponentials(writer, target, Classes, "logits", "gradient", "0", LossGradient.IfWanted);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            using (writer.Block(LossGradient.IfWanted))
            {
                writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
                ChannelGroups.Write(writer, target, Classes, (offset, _, _) =>
                    writer.Line(target.Store($"{target.Load("gradient", offset)} / sums * scales", "gradient", offset)));
            }

            writer.Line("// Labels were checked, but they are the caller's memory, which another thread may change meanwhile.");
            writer.Line($"int right = (int)global::System.Math.Min((uint)label, {Classes - 1}u);");
            writer.Lines(LossGradient.IfWanted, $"\tPlace__.Add(ref gradient, right) -= {LossGradient.Scale};");
            writer.Line("return Vector__.ToScalar(Math__.Log(sums)) + (max - Place__.Add(ref logits, right));");
        }
    }
}
