namespace DslNet;

/// <summary>
/// The mean of e^prediction − target × prediction over batch and outputs, as PyTorch's PoissonNLLLoss: the negative log-likelihood of a count whose
/// expectation's logarithm is the prediction, but for what does not depend on that.
/// </summary>
/// <example><code>[Dense(1), Poisson]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Poisson.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class PoissonAttribute : LossAttribute;
