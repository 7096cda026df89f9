using DslNet.Generators.Lowering;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record MeanSquaredErrorLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "MeanSquaredError", "Σ (y − t)²", (writer, target) =>
        {
            writer.Line("Float__ d = y - t;");
            return ("d * d", "(d + d) * scales");
        });
}
