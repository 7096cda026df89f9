using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A loss that is a sum over outputs, each a function of prediction and target: its sum and its gradient, one sample.</summary>
/// <param name="name">The loss.</param>
/// <param name="formula">For the comment.</param>
/// <param name="output">The predictions.</param>
/// <param name="targets">The targets, lying as the predictions do.</param>
/// <param name="gradient">Where the gradient goes.</param>
/// <param name="write">Given prediction y, target t and the scale of the gradient as variables, writes statements and returns the loss and the gradient as expressions.</param>
internal sealed class ElementwiseLoss(
    string name, string formula, Tensor output, Tensor targets, Tensor gradient, Func<SourceWriter, Target, (string Loss, string Gradient)> write) : Operation
{
    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    public override string ReturnType => "double";

    public override BufferKind? OnlyWith => BufferKind.Targets;

    public override IReadOnlyList<Operand> Operands { get; } =
        [new("prediction", output.Buffer), new("target", targets.Buffer), new("gradient", gradient.Buffer)];

    public override IReadOnlyList<ScalarArgument> Scalars => [ScalarArgument.GradientScale];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{name}: {formula}, summed, and its gradient times scale.", Declaration))
        {
            writer.Line("Float__ scales = Lanes__.Fill(scale);");
            ChannelGroups.Declare(writer, target, "sum", "Float__.Zero");
            using (writer.Loop("position", output.Layout.Positions, out string index))
            {
                string position = Offset.Times(index, output.Layout.PositionStride);
                ChannelGroups.Write(writer, target, output.Layout.Channels, (offset, part, mask) =>
                {
                    writer.Line($"Float__ y = {target.Load("prediction", Offset.Sum(position, offset))};");
                    writer.Line($"Float__ t = {target.Load("target", Offset.Sum(position, offset))};");
                    (string loss, string slope) = write(writer, target);
                    writer.Line($"sum{part} += {ChannelGroups.Masked(target, mask, loss, "Float__.Zero")};");
                    writer.Line(target.Store(ChannelGroups.Masked(target, mask, slope, "Float__.Zero"), "gradient", Offset.Sum(position, offset)));
                });
            }

            writer.Line($"return {ChannelGroups.Reduce(target, "Sum", "sum")};");
        }
    }

    /// <summary>Adds the loss, behind the copy that brings the targets into order.</summary>
    public static void Lower(LossContext context, string name, string formula, Func<SourceWriter, Target, (string Loss, string Gradient)> write) =>
        context.Add(new ElementwiseLoss(name, formula, context.Output, context.ImportTargets(), context.OutputGradient, write));
}
