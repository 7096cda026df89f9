using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A loss that is a sum over outputs, each a function of prediction and target: its sum and, where it is wanted, its gradient, one sample.</summary>
/// <param name="name">The loss.</param>
/// <param name="formula">For the comment.</param>
/// <param name="output">The predictions.</param>
/// <param name="targets">The targets, lying as the predictions do.</param>
/// <param name="gradient">Where the gradient goes; null where it is not wanted.</param>
/// <param name="loss">What is summed, of prediction and target.</param>
/// <param name="slope">The gradient, of prediction, target and scale.</param>
internal sealed class ElementwiseLoss(
    string name, string formula, Tensor output, Tensor targets, Tensor? gradient, Expr loss, Expr slope) : Operation
{
    public override string Name => name;

    public override string TypeParameters => LossGradient.TypeParameters;

    public override string Constraints => LossGradient.Constraints;

    public override Granularity Granularity => Granularity.Sample;

    public override string ReturnType => "double";

    public override BufferKind? OnlyWith => BufferKind.Targets;

    public override IReadOnlyList<Operand> Operands { get; } =
        [new("prediction", output.Buffer), new("target", targets.Buffer), LossGradient.Operand(gradient, output)];

    public override IReadOnlyList<ScalarArgument> Scalars { get; } = [LossGradient.Argument(gradient)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{name}: {formula}, summed, and, if it is wanted, its gradient times scale.", Declaration))
        {
            writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
            ChannelGroups.Declare(writer, target, "sum", "Float__.Zero");
            using (writer.Loop("position", output.Layout.Positions, out string index))
            {
                string position = Offset.Times(index, output.Layout.PositionStride);
                ChannelGroups.Write(writer, target, output.Layout.Channels, (offset, part, mask) =>
                {
                    string at = Offset.Sum(position, offset);
                    writer.Line($"Float__ y = {target.Load("prediction", at)};");
                    writer.Line($"Float__ t = {target.Load("target", at)};");
                    IReadOnlyList<string> texts = new ExprWriter(writer, target).Write([loss, slope], ["y", "t", "scales"]);
                    writer.Line($"sum{part} += {ChannelGroups.Masked(target, mask, texts[0], "Float__.Zero")};");
                    writer.Line(LossGradient.IfWanted);
                    writer.Line("\t" + target.Store(ChannelGroups.Masked(target, mask, texts[1], "Float__.Zero"), "gradient", at));
                });
            }

            writer.Line($"return {ChannelGroups.Reduce(target, "Sum", "sum")};");
        }
    }
}
