namespace DslNet;

/// <summary>x·Φ(x), Φ the normal distribution's cumulative function: exact unless said otherwise (Hendrycks and Gimpel, 2016, arXiv:1606.08415).</summary>
/// <example><code>[Dense(64), GELU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GELU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>
    /// Whether Φ(x) is (1 + tanh(√(2/π)·(x + 0.044715·x³)))/2, as in PyTorch with <c>approximate="tanh"</c>; outputs differ by up to 0.0005.
    /// False unless said otherwise.
    /// </summary>
    public bool Approximate { get; set; }
}
