using DslNet.Generators.Lowering;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record MeanAbsoluteErrorLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "MeanAbsoluteError", "Σ |y − t|", (writer, target) =>
        {
            writer.Line("Float__ d = y - t;");
            string left = target.Select(target.GreaterThan("Float__.Zero", "d"), "-scales", "Float__.Zero");
            return ("Vector__.Abs(d)", target.Select(target.GreaterThan("d", "Float__.Zero"), "scales", left));
        });
}
