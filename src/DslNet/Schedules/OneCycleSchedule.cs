namespace DslNet;

/// <summary>
/// PyTorch's OneCycleLR (Smith and Topin, 2018, arXiv:1708.07120): from maximum / <see cref="Division"/> up to the maximum in a part of the steps, and down to a
/// <see cref="FinalDivision"/> of where it began in the others, both by a cosine.
/// </summary>
/// <remarks>It counts steps, and takes no notice of the optimiser's own learning rate. PyTorch's moves the optimiser's momentum too unless it is told not to; this one does not.</remarks>
/// <example><code>new OneCycleSchedule(0.01f, length: 30 * 188)      // 30 epochs of 188 batches</code></example>
public sealed class OneCycleSchedule : LearningRateSchedule
{
    private readonly float _maximum;
    private readonly long _length;

    /// <summary>A cycle of some steps.</summary>
    /// <param name="maximum">The highest learning rate.</param>
    /// <param name="length">How many steps there are; the learning rate stays at its lowest afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive, or the length below 2.</exception>
    public OneCycleSchedule(float maximum, int length)
    {
        _maximum = OptimizerSetting.Positive(maximum, nameof(maximum));
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        _length = length;
        Unit = ScheduleUnit.Step;
    }

    /// <summary>The part of the steps in which the learning rate goes up; 0.3 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float RisingPart { get; init => field = OptimizerSetting.Fraction(value); } = 0.3f;

    /// <summary>The maximum is so many times the learning rate of the first step; 25 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Division { get; init => field = OptimizerSetting.Positive(value); } = 25;

    /// <summary>The learning rate of the first step is so many times that of the last one; 10,000 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float FinalDivision { get; init => field = OptimizerSetting.Positive(value); } = 1e4f;

    /// <summary>One line: from where over which maximum to where, in which time.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"one cycle from {_maximum / Division} over {_maximum} to {_maximum / Division / FinalDivision} in {Times(_length)}");

    internal override void VisitSettings(IStateVisitor visitor)
    {
        base.VisitSettings(visitor);
        visitor.Single(nameof(RisingPart), RisingPart);
        visitor.Single(nameof(Division), Division);
        visitor.Single(nameof(FinalDivision), FinalDivision);
    }

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time)
    {
        double first = (double)_maximum / Division, top = (double)RisingPart * _length - 1, last = _length - 1;
        double now = Math.Min(time, last);
        return (float)(now < top
            ? CosineSchedule.Between(first, _maximum, now / top)
            : CosineSchedule.Between(_maximum, first / FinalDivision, (now - top) / (last - top)));
    }
}
