namespace DslNet;

/// <summary>The mean of (prediction − target)² over batch and outputs, as PyTorch's MSELoss.</summary>
/// <example><code>[Dense(1), MeanSquaredError]</code></example>
public sealed class MeanSquaredErrorAttribute : LossAttribute;
