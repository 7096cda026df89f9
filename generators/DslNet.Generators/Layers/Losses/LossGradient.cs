using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

/// <summary>
/// The gradient beside a loss, as its kernel and the calls of that spell it: wanted or not by a type parameter, so that where nobody reads it
/// it is not computed, and one text serves both.
/// </summary>
internal static class LossGradient
{
    public const string TypeParameters = "<TGradient>";

    public const string Constraints = " where TGradient : struct, global::DslNet.CompilerServices.IGradientScale";

    /// <summary>Before a statement that only the gradient needs.</summary>
    public const string IfWanted = "if (TGradient.IsWanted)";

    /// <summary>What it is multiplied by, in the kernel.</summary>
    public const string Scale = "scale.Value";

    /// <summary>Where the gradient goes; any memory if it is not wanted.</summary>
    public static Operand Operand(Tensor? gradient, Tensor output) => new("gradient", (gradient ?? output).Buffer);

    /// <summary>Whether it is wanted, and times what.</summary>
    public static ScalarArgument Argument(Tensor? gradient) => new("TGradient", "scale", gradient is null
        ? $"default({LibraryCall.Namespace}NoGradient)"
        : $"new {LibraryCall.Namespace}GradientScale(scale)");
}
