using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record LeakyReLULayer
{
    public override bool IsShort => true;

    public override bool IsRectifier => true;

    public override string Value(Target target, string input) => $"Lanes__.LeakyReLU({input}, {Literal.Of(NegativeSlope)})";

    public override string Gradient(Target target, string gradient, string saved) => $"Lanes__.LeakyReLUGradient({gradient}, {saved}, {Literal.Of(NegativeSlope)})";
}
