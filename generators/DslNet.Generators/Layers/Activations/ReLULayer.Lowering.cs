using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record ReLULayer
{
    public override bool IsShort => true;

    public override bool IsRectifier => true;

    public override StoreMethod? ValueStore => new StoreMethod("Store", "ReLU");

    public override StoreMethod? GradientStore => new StoreMethod("Store", "ReLUGradient");

    // In this order a NaN stays a NaN, so that a network that diverged can be seen to have.
    public override string Value(Target target, string input) => $"Lanes__.ReLU({input})";

    // The gradient passes where the output is NaN, as in PyTorch.
    public override string Gradient(Target target, string gradient, string saved) =>
        $"Lanes__.ReLUGradient({gradient}, {saved})";
}
