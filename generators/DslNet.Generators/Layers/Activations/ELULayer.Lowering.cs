using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record ELULayer
{
    public override bool IsRectifier => true;

    // The output comes so near to −α that nothing is left of the derivative, output + α.
    public override bool DerivativeFromOutput => false;

    public override bool FusesInOneSample => true;

    public override string Value(Target target, string input) => $"Math__.Elu({input}, {target.Constant(Alpha)})";

    public override string Gradient(Target target, string gradient, string saved) => $"{Offset.Factor(gradient)} * Math__.EluDerivative({saved}, {target.Constant(Alpha)})";
}
