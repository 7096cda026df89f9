namespace DslNet;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000): c[t] = σ(f)·c[t − 1] + σ(i)·tanh(g) and
/// h[t] = σ(o)·tanh(c[t]), where the gates i, f, g, o are W·x[t] + b + U·h[t − 1] + d, and h and c are zero before the first frame. Names, order and shapes of
/// weights are PyTorch's.
/// </summary>
/// <example><code>[Sequence(1), LSTM(32), Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LSTM.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="hidden">The number of values of the output, which is that of the state.</param>
public sealed class LSTMAttribute(int hidden) : LayerAttribute
{
    /// <summary>The number of values of the output, which is that of the state.</summary>
    public int Hidden { get; } = hidden;
}
