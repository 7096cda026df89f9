using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SigmoidLayer
{
    public override string Value(Target target, string input) => $"SimdMath.Sigmoid({input})";

    public override string Gradient(Target target, string gradient, string saved) => $"({gradient}) * SimdMath.SigmoidDerivativeFromOutput({saved})";
}
