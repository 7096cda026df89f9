namespace DslNet;

/// <summary>The binary cross-entropy of logits (the sigmoid is part of the loss, so that the network ends without one), a mean over batch and outputs, as PyTorch's BCEWithLogitsLoss. Targets are probabilities.</summary>
/// <example><code>[Dense(1), BinaryCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/BinaryCrossEntropy.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class BinaryCrossEntropyAttribute : LossAttribute;
