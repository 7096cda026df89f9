namespace DslNet;

/// <summary>
/// 1 / (1 + e⁻ˣ). Its gradient is computed from its output y, as y·(1 − y), with an absolute error of 4·10⁻⁸ at most; it is 0 from x = 17.33 on.
/// </summary>
/// <example><code>[Dense(1), Sigmoid]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Sigmoid.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SigmoidAttribute : LayerAttribute;
