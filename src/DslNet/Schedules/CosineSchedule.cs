namespace DslNet;

/// <summary>
/// PyTorch's CosineAnnealingLR (Loshchilov and Hutter, 2017, arXiv:1608.03983, without restarts): Minimum + (η − Minimum) · (1 + cos(π · min(t, length) / length)) / 2.
/// </summary>
/// <remarks>After its length the learning rate stays at <see cref="Minimum"/>. PyTorch's goes up again; <see cref="CosineRestartsSchedule"/> jumps up.</remarks>
/// <example><code>new CosineSchedule(30)</code></example>
/// <param name="length">Over how many epochs or steps.</param>
/// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
public sealed class CosineSchedule(int length) : LearningRateSchedule
{
    private readonly long _length = ScheduleSetting.Positive(length);

    /// <summary>The learning rate at the end; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Minimum { get; init => field = OptimizerSetting.NonNegative(value); }

    /// <summary>One line: to where, in which time.</summary>
    public override string ToString() => FormattableString.Invariant($"to {Minimum} by a cosine over {Times(_length)}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => (float)Between(learningRate, Minimum, Math.Min(time, _length) / _length);

    /// <summary>What half a period of a cosine has at a part of the way from one value to another.</summary>
    internal static double Between(double from, double to, double part) => to + (from - to) * (1 + Math.Cos(Math.PI * part)) / 2;
}
