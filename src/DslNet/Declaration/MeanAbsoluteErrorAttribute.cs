namespace DslNet;

/// <summary>The mean of |prediction − target| over batch and outputs, as PyTorch's L1Loss; its derivative at equality, and at NaN, is zero.</summary>
/// <example><code>[Dense(1), MeanAbsoluteError]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/MeanAbsoluteError.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class MeanAbsoluteErrorAttribute : LossAttribute;
