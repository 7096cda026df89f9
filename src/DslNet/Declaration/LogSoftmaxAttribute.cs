namespace DslNet;

/// <summary>The logarithm of softmax, x − ln Σ eˣ: over the features of a vector, or over the channels at each position of a signal or an image.</summary>
/// <example><code>[Dense(10), LogSoftmax]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LogSoftmax.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class LogSoftmaxAttribute : LayerAttribute;
