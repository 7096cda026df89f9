namespace DslNet;

/// <summary>
/// A recurrent layer without gates (Elman, 1990): h[t] = tanh(W·x[t] + b + U·h[t − 1] + d), where h is zero before the first frame. Names, order and shapes
/// of weights are PyTorch's.
/// </summary>
/// <example><code>[Sequence(1), RNN(32), Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/RNN.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="hidden">The number of values of the output, which is that of the state.</param>
public sealed class RNNAttribute(int hidden) : LayerAttribute
{
    /// <summary>The number of values of the output, which is that of the state.</summary>
    public int Hidden { get; } = hidden;
}
