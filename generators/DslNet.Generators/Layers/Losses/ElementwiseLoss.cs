using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A loss that is a sum over outputs, each a function of prediction and target: its sum and, where it is wanted, its gradient, one sample.</summary>
/// <param name="Formula">For the comment.</param>
/// <param name="Layout">How predictions, targets and gradients are stored.</param>
/// <param name="Loss">What is summed, of prediction and target.</param>
/// <param name="Slope">The gradient, of prediction, target and scale.</param>
internal sealed record ElementwiseLoss(Comment Formula, Layout Layout, Expr Loss, Expr Slope) : LossKernel
{
    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{Formula}, summed, and, if it is wanted, its gradient times scale."))
        {
            writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
            ChannelGroups.Declare(writer, target, "sum", "Float__.Zero");
            using (writer.Loop("position", Layout.Positions, out string index))
            {
                string position = Offset.Times(index, Layout.PositionStride);
                ChannelGroups.Write(writer, target, Layout.Channels, (offset, part, mask) =>
                {
                    string at = Offset.Sum(position, offset);
                    writer.Line($"Float__ y = {target.Load("prediction", at)};");
                    writer.Line($"Float__ t = {target.Load("target", at)};");
                    IReadOnlyList<string> texts = new ExprWriter(writer, target).Write([Loss, Slope], ["y", "t", "scales"]);
                    writer.Line($"sum{part} += {ChannelGroups.Masked(target, mask, texts[0], "Float__.Zero")};");
                    writer.Line(LossGradient.IfWanted);
                    writer.Line("\t" + target.Store(ChannelGroups.Masked(target, mask, texts[1], "Float__.Zero"), "gradient", at));
                });
            }

            writer.Line($"return {ChannelGroups.Reduce(target, "Sum", "sum")};");
        }
    }
}
