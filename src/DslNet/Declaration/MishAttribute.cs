namespace DslNet;

/// <summary>x·tanh(ln(1 + eˣ)), like SiLU a smooth ReLU that dips below zero (Misra, 2019, arXiv:1908.08681).</summary>
/// <example><code>[Dense(64), Mish]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Mish.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class MishAttribute : LayerAttribute;
