namespace DslNet;

/// <summary>A learned vector of features for each token of a vocabulary: the layer behind <see cref="TokensAttribute"/>, PyTorch's <c>nn.Embedding</c>.</summary>
/// <remarks>
/// One token becomes a vector of <see cref="Features"/> values, several become a signal, <see cref="Features"/> × tokens. The weight is
/// [vocabulary, features], as in PyTorch.
/// </remarks>
/// <example><code>[Tokens(27, Length = 3), Embedding(10), Flatten, Dense(200)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Embedding.md">Shapes, weights, gradient and cost, and tables of mixed columns.</seealso>
public sealed class EmbeddingAttribute : LayerAttribute
{
    /// <summary>A vector of <paramref name="features"/> values for each token.</summary>
    public EmbeddingAttribute(int features) => Features = features;

    /// <summary>How many values stand for a token.</summary>
    public int Features { get; }

    /// <summary>
    /// The standard deviation of the normal distribution, of mean zero, that the weights start from; 1 unless said otherwise, as in PyTorch. At least 0.
    /// </summary>
    public float InitialDeviation { get; set; } = 1;

    /// <summary>
    /// The token that stands for no token, such as one that fills up short texts: its row starts at zero and has no gradient, as with PyTorch's <c>padding_idx</c>.
    /// −1, the default, if there is none.
    /// </summary>
    public int PaddingIndex { get; set; } = -1;
}
