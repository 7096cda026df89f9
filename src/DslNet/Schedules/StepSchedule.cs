namespace DslNet;

/// <summary>PyTorch's StepLR: the learning rate is multiplied by a factor again and again, η · factor^⌊t / every⌋.</summary>
/// <example><code>new StepSchedule(30)                     // a tenth every 30 epochs</code></example>
/// <param name="every">After how many epochs or steps.</param>
/// <param name="factor">What it is multiplied by; 0.1 unless said otherwise.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
public sealed class StepSchedule(int every, float factor = 0.1f) : LearningRateSchedule
{
    private readonly long _every = ScheduleSetting.Positive(every);
    private readonly float _factor = ScheduleSetting.Factor(factor);

    /// <summary>One line: the factor, and when.</summary>
    public override string ToString() => FormattableString.Invariant($"times {_factor} every {Times(_every)}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => (float)(learningRate * Math.Pow(_factor, Math.Floor(time / _every)));
}
