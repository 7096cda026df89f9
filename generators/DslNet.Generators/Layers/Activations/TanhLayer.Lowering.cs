using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record TanhLayer
{
    public override StoreMethod? GradientStore => new StoreMethod("Store", "TanhGradient");

    public override string Value(Target target, string input) => $"Math__.Tanh({input})";

    public override string Gradient(Target target, string gradient, string saved) => $"Lanes__.TanhGradient({gradient}, {saved})";
}
