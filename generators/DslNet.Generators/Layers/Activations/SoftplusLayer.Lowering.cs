using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SoftplusLayer
{
    public override bool DerivativeFromOutput => false;

    public override string Value(Target target, string input) => $"Math__.Softplus({input})";

    public override string Gradient(Target target, string gradient, string saved) => $"{Offset.Factor(gradient)} * Math__.SoftplusDerivative({saved})";
}
