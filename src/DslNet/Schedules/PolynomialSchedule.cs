namespace DslNet;

/// <summary>PyTorch's PolynomialLR: down to zero, η · (1 − min(t, length) / length)^power.</summary>
/// <example><code>new PolynomialSchedule(30, power: 2)</code></example>
/// <param name="length">Over how many epochs or steps; the learning rate is zero afterwards.</param>
/// <param name="power">The power; 1, a line, unless said otherwise.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
public sealed class PolynomialSchedule(int length, float power = 1) : LearningRateSchedule
{
    private readonly long _length = ScheduleSetting.Positive(length);
    private readonly float _power = OptimizerSetting.Positive(power, nameof(power));

    /// <summary>One line: the power, and in which time.</summary>
    public override string ToString() => FormattableString.Invariant($"to 0 by a power of {_power} over {Times(_length)}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => (float)(learningRate * Math.Pow(1 - Math.Min(time, _length) / _length, _power));
}
