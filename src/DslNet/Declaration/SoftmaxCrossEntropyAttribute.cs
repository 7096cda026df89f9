namespace DslNet;

/// <summary>The cross-entropy of logits (the softmax is part of the loss, so that the network ends without one), a mean over the batch, as PyTorch's CrossEntropyLoss. Targets are class labels counted from zero, or a probability for each class.</summary>
/// <example><code>[Dense(10), SoftmaxCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/SoftmaxCrossEntropy.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftmaxCrossEntropyAttribute : LossAttribute
{
    /// <summary>
    /// How much of each target is given to all classes alike, as PyTorch's <c>label_smoothing</c>: the target is (1 − ε)·t + ε/classes. It is at least 0, which
    /// it is unless said otherwise, and less than 1.
    /// </summary>
    public float LabelSmoothing { get; set; }

    /// <summary>
    /// How much each class counts, a value for each, as PyTorch's <c>weight</c>; all alike unless said otherwise. Of labels the mean is taken over the sum of their classes' weights,
    /// so that the loss is as large as without.
    /// </summary>
    public float[] ClassWeights { get; set; } = [];

    /// <summary>
    /// A label that says that a sample is of no class, as PyTorch's <c>ignore_index</c>; −100 unless said otherwise. Such samples count neither for the loss nor for its
    /// gradient, nor among those over which the mean is taken.
    /// </summary>
    public int IgnoreLabel { get; set; } = -100;
}
