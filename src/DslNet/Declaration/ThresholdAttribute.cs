namespace DslNet;

/// <summary>x where x &gt; threshold, else a value.</summary>
/// <example><code>[Dense(64), Threshold(0.1, 20)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Threshold.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="threshold">What x must be above to pass: any finite number.</param>
/// <param name="value">What stands for the others: any finite number.</param>
public sealed class ThresholdAttribute(double threshold, double value) : LayerAttribute
{
    /// <summary>What x must be above to pass.</summary>
    public double Threshold { get; } = threshold;

    /// <summary>What stands for the others.</summary>
    public double Value { get; } = value;
}
