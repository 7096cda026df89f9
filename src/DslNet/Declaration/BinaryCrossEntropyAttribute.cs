namespace DslNet;

/// <summary>The binary cross-entropy of logits (the sigmoid is part of the loss, so that the network ends without one), a mean over batch and outputs, as PyTorch's BCEWithLogitsLoss. Targets are probabilities.</summary>
/// <example><code>[Dense(1), BinaryCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/BinaryCrossEntropy.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class BinaryCrossEntropyAttribute : LossAttribute
{
    /// <summary>
    /// How much the loss of a target of 1 counts beside that of a target of 0, as PyTorch's <c>pos_weight</c>; 1 unless said otherwise. It must be more than zero. Above 1
    /// fewer positives are missed, and more negatives are taken for them.
    /// </summary>
    public float PositiveWeight { get; set; } = 1;
}
