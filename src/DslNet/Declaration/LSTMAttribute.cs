namespace DslNet;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000): c[t] = σ(f)·c[t − 1] + σ(i)·tanh(g) and
/// h[t] = σ(o)·tanh(c[t]), where the gates i, f, g, o are W·x[t] + b + U·h[t − 1] + d, and h and c are zero before the first frame. Names, order and shapes of
/// weights are PyTorch's.
/// </summary>
/// <example><code>[Sequence(1), LSTM(32), Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LSTM.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="hidden">The number of values of the output, which is that of the state; of both directions twice as many come out.</param>
public sealed class LSTMAttribute(int hidden) : LayerAttribute
{
    /// <summary>The number of values of the output, which is that of the state; of both directions twice as many come out.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>
    /// Whether a second layer of the same kind reads the sequence from its last frame. An output frame then has the values of the first and behind them those of
    /// the second, as in PyTorch, whose names its weights have: <c>weight_ih_l0_reverse</c>. It needs the whole sequence, so that there is no stream.
    /// </summary>
    public bool Bidirectional { get; set; }
}
