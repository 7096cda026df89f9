namespace DslNet;

/// <summary>PyTorch's ExponentialLR: η · factorᵗ.</summary>
/// <example><code>new ExponentialSchedule(0.95f)</code></example>
/// <param name="factor">What the learning rate is multiplied by after each epoch or step.</param>
/// <exception cref="ArgumentOutOfRangeException">The factor is not positive.</exception>
public sealed class ExponentialSchedule(float factor) : LearningRateSchedule
{
    private readonly float _factor = ScheduleSetting.Factor(factor);

    /// <summary>One line: the factor, and when.</summary>
    public override string ToString() => FormattableString.Invariant($"times {_factor} every {(Unit == ScheduleUnit.Step ? "step" : "epoch")}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => (float)(learningRate * Math.Pow(_factor, time));
}
