using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SigmoidLayer
{
    public override StoreMethod? GradientStore => new StoreMethod("Store", "SigmoidGradient");

    public override string Value(Target target, string input) => $"Math__.Sigmoid({input})";

    public override string Gradient(Target target, string gradient, string saved) => $"Lanes__.SigmoidGradient({gradient}, {saved})";
}
