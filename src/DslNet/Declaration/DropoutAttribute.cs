namespace DslNet;

/// <summary>
/// While training, sets each value to zero with the given probability and divides the others by 1 − probability
/// (Srivastava et al., 2014); NaN and infinity become NaN. While predicting and evaluating it does nothing and costs nothing.
/// </summary>
/// <example><code>[Dense(128), ReLU, Dropout(0.5)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Dropout.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="probability">The probability of zero: 0 or more, less than 1.</param>
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability of zero.</summary>
    public double Probability { get; } = probability;
}
