namespace DslNet;

/// <summary>The largest of each value over the frames of a sequence: what follows belongs to the sequence, and no longer to a frame. Then there is no stream.</summary>
/// <example><code>[Sequence(13), CausalConv1D(32, 5), ReLU, MaxOverTime, Dense(10), SoftmaxCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/MaxOverTime.md">Formula, gradient and cost.</seealso>
public sealed class MaxOverTimeAttribute : LayerAttribute;
