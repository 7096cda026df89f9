namespace DslNet;

/// <summary>
/// One less the cosine of the angle between prediction and target, over all values of a sample, a mean over the batch, as PyTorch's CosineEmbeddingLoss of pairs that
/// belong together. Lengths do not count.
/// </summary>
/// <example><code>[Dense(64), CosineEmbedding]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/CosineEmbedding.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class CosineEmbeddingAttribute : LossAttribute;
