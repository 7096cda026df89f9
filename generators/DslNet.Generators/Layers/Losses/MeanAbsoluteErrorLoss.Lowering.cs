using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record MeanAbsoluteErrorLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "MeanAbsoluteError", "Σ |y − t|", (writer, target) =>
        {
            writer.Line("SimdFloat d = y - t;");
            string left = target.Select(target.GreaterThan("SimdFloat.Zero", "d"), "-scales", "SimdFloat.Zero");
            return ("Simd.Abs(d)", target.Select(target.GreaterThan("d", "SimdFloat.Zero"), "scales", left));
        });
}
