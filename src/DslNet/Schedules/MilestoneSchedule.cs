using System.Collections.Immutable;

namespace DslNet;

/// <summary>PyTorch's MultiStepLR: the learning rate is multiplied by <see cref="Factor"/> at each milestone, η · Factor^(milestones that are at most t).</summary>
/// <example><code>new MilestoneSchedule(30, 60, 80)</code></example>
public sealed class MilestoneSchedule : LearningRateSchedule
{
    private readonly ImmutableArray<long> _milestones;

    /// <summary>A schedule with some milestones.</summary>
    /// <param name="milestones">The epochs or steps, in ascending order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A milestone is not positive.</exception>
    /// <exception cref="ArgumentException">They are not in ascending order.</exception>
    public MilestoneSchedule(params ReadOnlySpan<int> milestones)
    {
        long before = 0;
        foreach (int milestone in milestones)
        {
            ScheduleSetting.Positive(milestone);
            if (milestone < before)
                throw new ArgumentException($"Milestone {milestone} comes after {before}. Give them in ascending order.", nameof(milestones));
            before = milestone;
        }

        _milestones = [.. milestones];
    }

    /// <summary>What the learning rate is multiplied by; 0.1 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Factor { get; init => field = ScheduleSetting.Factor(value); } = 0.1f;

    /// <summary>One line: the factor, and when.</summary>
    public override string ToString() => FormattableString.Invariant($"times {Factor} after {string.Join(", ", _milestones)} {(Unit == ScheduleUnit.Step ? "steps" : "epochs")}");

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time)
    {
        int passed = 0;
        while (passed < _milestones.Length && _milestones[passed] <= time)
            passed++;
        return (float)(learningRate * Math.Pow(Factor, passed));
    }
}
