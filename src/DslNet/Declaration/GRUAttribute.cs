namespace DslNet;

/// <summary>
/// A gated recurrent unit (Cho et al., 2014): h[t] = (1 − z)·n + z·h[t − 1], with r and z = σ(W·x[t] + b + U·h[t − 1] + d) and
/// n = tanh(W·x[t] + b + r·(U·h[t − 1] + d)), where h is zero before the first frame. Names, order and shapes of weights are PyTorch's.
/// </summary>
/// <example><code>[Sequence(1), GRU(32), Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GRU.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="hidden">The number of values of the output, which is that of the state; of both directions twice as many come out.</param>
public sealed class GRUAttribute(int hidden) : LayerAttribute
{
    /// <summary>The number of values of the output, which is that of the state; of both directions twice as many come out.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>
    /// Whether a second layer of the same kind reads the sequence from its last frame. An output frame then has the values of the first and behind them those of
    /// the second, as in PyTorch, whose names its weights have: <c>weight_ih_l0_reverse</c>. It needs the whole sequence, so that there is no stream.
    /// </summary>
    public bool Bidirectional { get; set; }

    /// <summary>
    /// Whether the reset gate comes after the product, as in PyTorch and Keras: r·(U·h[t − 1] + d). False puts it before, U·(r·h[t − 1]) + d, as ONNX does unless
    /// its <c>linear_before_reset</c> is 1: other networks, although their weights have the same shapes.
    /// </summary>
    public bool ResetAfter { get; set; } = true;
}
