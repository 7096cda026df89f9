namespace DslNet;

/// <summary>PyTorch's LinearLR: the learning rate goes along a line, η · (start + (end − start) · min(t, length) / length).</summary>
/// <example><code>new LinearSchedule(30, 1, 0)             // down to zero in 30 epochs</code></example>
/// <param name="length">Over how many epochs or steps; the learning rate stays what it is afterwards.</param>
/// <param name="start">What η is multiplied by at the beginning; a third unless said otherwise.</param>
/// <param name="end">What η is multiplied by at the end; 1 unless said otherwise.</param>
/// <exception cref="ArgumentOutOfRangeException">The length is not positive, or a factor is negative or not finite.</exception>
public sealed class LinearSchedule(int length, float start = 1f / 3, float end = 1) : LearningRateSchedule
{
    private readonly long _length = ScheduleSetting.Positive(length);
    private readonly float _start = OptimizerSetting.NonNegative(start, nameof(start));
    private readonly float _end = OptimizerSetting.NonNegative(end, nameof(end));

    /// <summary>One line: from where to where, in which time.</summary>
    public override string ToString() => FormattableString.Invariant($"from {_start} to {_end} times along a line over {Times(_length)}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => (float)(learningRate * (_start + ((double)_end - _start) * Math.Min(time, _length) / _length));
}
