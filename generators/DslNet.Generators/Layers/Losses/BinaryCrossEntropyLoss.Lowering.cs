using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record BinaryCrossEntropyLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "BinaryCrossEntropy", "Σ ln(1 + e⁻ᵃ) + a·m, a = |y|, m = 1 − t where y > 0, else t", (writer, target) =>
        {
            // ln(1 + eʸ) − y·t and sigmoid(y) − t, written for −|y| and the side of zero that y is on: where prediction and target
            // agree, differences of numbers nearly equal would leave nothing of either.
            writer.Line("SimdFloat positive = Simd.GreaterThan(y, SimdFloat.Zero);");
            writer.Line("SimdFloat left = y | Simd.Create(-0f);");
            writer.Line($"SimdFloat missed = {target.Select("positive", "SimdFloat.One - t", "t")};");
            writer.Line("SimdFloat slope = (SimdMath.Sigmoid(left) - missed) ^ (positive & Simd.Create(-0f));");
            return ("SimdMath.Softplus(left) - left * missed", "slope * scales");
        });
}
