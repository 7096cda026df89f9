using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record ELULayer
{
    public override bool IsRectifier => true;

    public override string Value(Target target, string input) => $"SimdMath.Elu({input}, {target.Constant(Alpha)})";

    public override string Gradient(Target target, string gradient, string saved) => $"({gradient}) * SimdMath.EluDerivativeFromOutput({saved}, {target.Constant(Alpha)})";
}
