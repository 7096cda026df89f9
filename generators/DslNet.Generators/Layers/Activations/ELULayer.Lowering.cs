using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record ELULayer
{
    public override bool IsRectifier => true;

    public override string Value(Target target, string input) => $"Math__.Elu({input}, {target.Constant(Alpha)})";

    public override string Gradient(Target target, string gradient, string saved) => $"({gradient}) * Math__.EluDerivativeFromOutput({saved}, {target.Constant(Alpha)})";
}
