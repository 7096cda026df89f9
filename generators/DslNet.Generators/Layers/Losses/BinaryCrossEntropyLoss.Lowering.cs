using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record BinaryCrossEntropyLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "BinaryCrossEntropy", "Σ ln(1 + e⁻ᵃ) + a·m, a = |y|, m = 1 − t where y > 0, else t", (writer, target) =>
        {
            // ln(1 + eʸ) − y·t and sigmoid(y) − t, written for −|y| and the side of zero that y is on: where prediction and target
            // agree, differences of numbers nearly equal would leave nothing of either.
            writer.Line("Float__ positive = Lanes__.GreaterThan(y, Float__.Zero);");
            writer.Line("Float__ left = y | Lanes__.Fill(-0f);");
            writer.Line($"Float__ missed = {target.Select("positive", "Float__.One - t", "t")};");
            writer.Line("Float__ slope = (Math__.Sigmoid(left) - missed) ^ (positive & Lanes__.Fill(-0f));");
            return ("Math__.Softplus(left) - left * missed", "slope * scales");
        });
}
