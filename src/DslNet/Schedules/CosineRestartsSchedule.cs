namespace DslNet;

/// <summary>
/// PyTorch's CosineAnnealingWarmRestarts (Loshchilov and Hutter, 2017, arXiv:1608.03983): cosines from η to <see cref="Minimum"/>, one after the other, each
/// <see cref="Growth"/> times as long as the one before.
/// </summary>
/// <example><code>new CosineRestartsSchedule(10) { Growth = 2 }</code></example>
/// <param name="length">How many epochs or steps the first one has.</param>
/// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
public sealed class CosineRestartsSchedule(int length) : LearningRateSchedule
{
    private readonly long _length = ScheduleSetting.Positive(length);

    /// <summary>How many times as long each is as the one before; 1 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Growth { get; init => field = (int)ScheduleSetting.Positive(value, nameof(Growth)); } = 1;

    /// <summary>The lowest learning rate; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Minimum { get; init => field = OptimizerSetting.NonNegative(value); }

    /// <summary>One line: to where, in which time, and what follows.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"to {Minimum} by a cosine over {Times(_length)}, and again{(Growth == 1 ? "" : $", each {Growth} times as long as the one before")}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time)
    {
        long length = _length;
        if (Growth == 1)
        {
            time %= length;
        }
        else
        {
            for (; time >= length; length *= Growth)
                time -= length;
        }

        return (float)CosineSchedule.Between(learningRate, Minimum, (double)time / length);
    }
}
