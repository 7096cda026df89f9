using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SoftplusLayer
{
    public override bool DerivativeFromOutput => false;

    public override string Value(Target target, string input) => $"SimdMath.Softplus({input})";

    public override string Gradient(Target target, string gradient, string saved) => $"({gradient}) * SimdMath.SoftplusDerivative({saved})";
}
