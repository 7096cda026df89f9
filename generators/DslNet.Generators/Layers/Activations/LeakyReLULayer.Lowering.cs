using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record LeakyReLULayer
{
    public override bool IsShort => true;

    public override bool IsRectifier => true;

    // The input is an expression; where it is used twice it is written twice, and the compiler computes it once.
    public override string Value(Target target, string input) =>
        target.Select(target.GreaterThan(input, target.Constant(0)), input, $"({input}) * {target.Constant(NegativeSlope)}");

    // The sign of the output is that of the input, or the output is zero, where the input was not positive either.
    public override string Gradient(Target target, string gradient, string saved) =>
        target.Select(target.GreaterThan(saved, target.Constant(0)), gradient, $"({gradient}) * {target.Constant(NegativeSlope)}");
}
