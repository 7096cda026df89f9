using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record BinaryCrossEntropyLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "BinaryCrossEntropy", "Σ ln(1 + eʸ) − y·t", (writer, target) =>
        {
            return ("SimdMath.Softplus(y) - y * t", "(SimdMath.Sigmoid(y) - t) * scales");
        });
}
