using DslNet.Generators.Expressions;

namespace DslNet.Generators.Operations;

/// <summary>One of the results of an <see cref="ElementwiseKernel"/>.</summary>
/// <param name="Value">What it is, of the kernel's inputs.</param>
/// <param name="Destination">Where it goes.</param>
internal sealed record ElementwiseOutput(Expr Value, KernelParameter Destination);
