using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record HuberLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "Huber", "Σ ½d² where |d| ≤ δ, else δ·(|d| − ½δ), d = y − t", (writer, target) =>
        {
            string delta = target.Constant(Delta);
            writer.Line("SimdFloat d = y - t;");
            writer.Line("SimdFloat distance = Simd.Abs(d);");
            writer.Line($"SimdFloat outside = {target.GreaterThan("distance", delta)};");
            writer.Line($"SimdFloat line = {delta} * (distance - {target.Constant(0.5f * Delta)});");
            writer.Line($"SimdFloat slope = {target.Select(target.GreaterThan("d", "SimdFloat.Zero"), delta, $"-{delta}")};");
            return (target.Select("outside", "line", $"{target.Constant(0.5f)} * d * d"), $"{target.Select("outside", "slope", "d")} * scales");
        });
}
