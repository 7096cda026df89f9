namespace DslNet;

/// <summary>The mean of (prediction − target)² over batch and outputs, as PyTorch's MSELoss.</summary>
/// <example><code>[Dense(1), MeanSquaredError]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/MeanSquaredError.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class MeanSquaredErrorAttribute : LossAttribute;
