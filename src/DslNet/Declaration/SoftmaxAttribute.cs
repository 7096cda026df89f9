namespace DslNet;

/// <summary>eˣ divided by the sum of all eˣ: over the features of a vector, or over the channels at each position of a signal or an image.</summary>
/// <example><code>[Dense(10), Softmax]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Softmax.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftmaxAttribute : LayerAttribute;
