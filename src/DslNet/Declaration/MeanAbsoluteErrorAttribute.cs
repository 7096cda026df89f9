namespace DslNet;

/// <summary>The mean of |prediction − target| over batch and outputs, as PyTorch's L1Loss; its derivative at equality, and at NaN, is zero.</summary>
/// <example><code>[Dense(1), MeanAbsoluteError]</code></example>
public sealed class MeanAbsoluteErrorAttribute : LossAttribute;
