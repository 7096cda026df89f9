using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// What is done to values that a network keeps from frame to frame. An input that fades to nothing would leave denormal values in them, on which a processor
/// is a hundred times slower. Added to a value and subtracted again, 2⁻⁷³ leaves magnitudes from 2⁻⁴⁸ (3.6e-15) on alone, and makes others multiples of 2⁻⁹⁷.
/// </summary>
internal static class FrameValues
{
    /// <summary>A value that is rounded before it is stored.</summary>
    public static Expr Settled(Expr value) => Expressions.Settled.Of(value);

    /// <summary>Rounds a value, in place.</summary>
    /// <param name="name">What the operation's name begins with.</param>
    /// <param name="value">The value.</param>
    public static Operation Settle(string name, Tensor value) => ElementwiseKernel.Of(
        NetworkSpec.Capitalized(name) + "Settle", "y = (x + 2⁻⁷³) − 2⁻⁷³, which leaves no denormal value, in place", value, [new("x", value.Buffer)],
        Settled(new Expr.Input(0)), Sink.Store(new("y", value.Buffer)));
}
