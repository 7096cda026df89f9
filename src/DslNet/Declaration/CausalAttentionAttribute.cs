namespace DslNet;

/// <summary>
/// Self-attention over the frames of a sequence up to the current one (Vaswani et al., 2017): for each head softmax(q·k / √d)·v over the last
/// <see cref="Context"/> frames, where q, k and v are products of the frames, and a product of all heads. Names, order and shapes of weights are those of
/// PyTorch's <c>nn.MultiheadAttention</c>. A stream's state has the keys and values of the frames before.
/// </summary>
/// <example><code>[TokenSequence(65), Embedding(128), Positions(256), CausalAttention(4, 256), Dense(65)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/CausalAttention.md">Formula, shapes, weights, gradient, state and error.</seealso>
/// <param name="heads">How many heads there are; each has its share of the features, so that they must divide these.</param>
/// <param name="context">How many frames are looked at, the current one included.</param>
public sealed class CausalAttentionAttribute(int heads, int context) : LayerAttribute
{
    /// <summary>How many heads there are.</summary>
    public int Heads { get; } = heads;

    /// <summary>How many frames are looked at, the current one included.</summary>
    public int Context { get; } = context;

    /// <summary>Whether biases are learned for queries, keys and values, and for the output. True unless said otherwise.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether queries and keys are turned by an angle that grows with their position (Su et al., 2021), so that a score depends on how far frames are apart. It
    /// learns nothing and has no end. False unless said otherwise.
    /// </summary>
    public bool Rotary { get; set; }
}
