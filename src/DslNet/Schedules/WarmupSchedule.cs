namespace DslNet;

/// <summary>
/// Lets the learning rate grow during the first steps: what another schedule says is multiplied by min(1, (step + 1) / length). In PyTorch it is a ChainedScheduler of
/// that schedule and <c>LinearLR(start_factor=1/length, total_iters=length-1)</c>.
/// </summary>
/// <example><code>new WarmupSchedule(500, new CosineSchedule(30))</code></example>
/// <param name="length">Over how many steps.</param>
/// <param name="then">The other schedule; the optimiser's own learning rate if there is none.</param>
/// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
public sealed class WarmupSchedule(int length, LearningRateSchedule? then = null) : LearningRateSchedule
{
    private readonly long _length = ScheduleSetting.Positive(length);

    /// <inheritdoc />
    public override float At(float learningRate, long step, double epoch) => Rate(then?.At(learningRate, step, epoch) ?? learningRate, step);

    /// <inheritdoc />
    public override void EndEpoch(EpochResult result) => then?.EndEpoch(result);

    /// <summary>One line: in which time, and what is then.</summary>
    public override string ToString() => $"warm-up of {Counted.Text(_length, "step")}{(then is null ? "" : $", {then}")}";

    internal override void VisitState(IStateVisitor visitor) => then?.VisitState(visitor);

    internal override void VisitSettings(IStateVisitor visitor)
    {
        base.VisitSettings(visitor);
        then?.VisitSettings(visitor);
    }

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time) => time + 1 >= _length ? learningRate : (float)((double)learningRate * (time + 1) / _length);
}
