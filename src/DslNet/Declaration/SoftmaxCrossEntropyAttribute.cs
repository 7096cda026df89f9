namespace DslNet;

/// <summary>The cross-entropy of logits (the softmax is part of the loss, so that the network ends without one), a mean over the batch, as PyTorch's CrossEntropyLoss. Targets are class labels counted from zero, or a probability for each class.</summary>
/// <example><code>[Dense(10), SoftmaxCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/SoftmaxCrossEntropy.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftmaxCrossEntropyAttribute : LossAttribute;
