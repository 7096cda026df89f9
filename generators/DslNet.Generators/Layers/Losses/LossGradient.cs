using DslNet.Generators.Lowering;
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

    /// <summary>The kernel's parameter for where it goes.</summary>
    public static KernelParameter Parameter { get; } = new("gradient");

    /// <summary>The kernel's parameter for whether the gradient is wanted, and times what.</summary>
    public static IReadOnlyList<KernelParameter> Scalars { get; } = [new("scale", "TGradient")];

    /// <summary>A loss with its gradient, if that is wanted. If it is not, any memory is given for it.</summary>
    /// <param name="context">The network.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="kernel">The loss.</param>
    /// <param name="target">What the predictions are compared with.</param>
    /// <param name="onlyWith">The caller's memory of that.</param>
    public static Operation Of(LossContext context, string name, Kernel kernel, Operand target, Buffer onlyWith)
    {
        Tensor? gradient = context.OutputGradient;
        Operand prediction = new(kernel.Parameters[0].Name, context.Output.Buffer);
        return new(
            context.NameOf(name), kernel, [prediction, target, new(Parameter.Name, (gradient ?? context.Output).Buffer)],
            new ProgramFact.GradientScale(IsWanted: gradient is not null, context.Share, context.Weights))
        {
            OnlyWith = onlyWith,
        };
    }
}
