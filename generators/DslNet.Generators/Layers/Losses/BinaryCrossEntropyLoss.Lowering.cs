using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record BinaryCrossEntropyLoss
{
    public override void Lower(LossContext context) =>
        ElementwiseLoss.Lower(context, "BinaryCrossEntropy", "Σ ln(1 + eʸ) − y·t", (writer, target) =>
        {
            return ("Math__.Softplus(y) - y * t", "(Math__.Sigmoid(y) - t) * scales");
        });
}
