namespace DslNet;

/// <summary>
/// The divergence Σ t·(ln t − y) of the probabilities t from the network's, whose logarithms y are the outputs, a mean over the batch alone, as PyTorch's
/// <c>KLDivLoss(reduction="batchmean")</c>. Targets are a probability for each class, which sum to 1.
/// </summary>
/// <example><code>[Dense(10), LogSoftmax, KLDivergence]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/KLDivergence.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class KLDivergenceAttribute : LossAttribute;
