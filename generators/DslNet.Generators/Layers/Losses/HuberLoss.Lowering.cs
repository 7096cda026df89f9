using DslNet.Generators.Lowering;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record HuberLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "Huber", "Σ ½d² where |d| ≤ δ, else δ·(|d| − ½δ), d = y − t", (writer, target) =>
        {
            string delta = target.Constant(Delta);
            writer.Line("Float__ d = y - t;");
            writer.Line("Float__ distance = Vector__.Abs(d);");
            writer.Line($"Float__ outside = {target.GreaterThan("distance", delta)};");
            writer.Line($"Float__ line = {delta} * (distance - {target.Constant(0.5f * Delta)});");
            writer.Line($"Float__ slope = {target.Select(target.GreaterThan("d", "Float__.Zero"), delta, $"-{delta}")};");
            return (target.Select("outside", "line", $"{target.Constant(0.5f)} * d * d"), $"{target.Select("outside", "slope", "d")} * scales");
        });
}
