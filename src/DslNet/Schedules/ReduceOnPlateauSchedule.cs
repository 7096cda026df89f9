namespace DslNet;

/// <summary>PyTorch's ReduceLROnPlateau: multiplies the learning rate by <see cref="Factor"/> when epochs become no better for longer than <see cref="Patience"/>.</summary>
/// <remarks>
/// An epoch is better if its loss is below best − |best| · <see cref="Threshold"/>, or its accuracy above best · (1 + Threshold); of losses below zero PyTorch subtracts a negative part. It remembers the epochs that it was told, from one call of
/// <see cref="NetworkTraining.Fit"/> to the next, so it belongs to one training; <see cref="Reset"/> lets it forget.
/// </remarks>
/// <example><code>new ReduceOnPlateauSchedule { Factor = 0.5f, Patience = 5 }</code></example>
public sealed class ReduceOnPlateauSchedule : LearningRateSchedule
{
    private double _best = double.PositiveInfinity;
    private int _bad;
    private int _cooldown;
    private int _reductions;

    /// <summary>By what an epoch is judged.</summary>
    public MonitoredValue Monitor { get; init; }

    /// <summary>What the learning rate is multiplied by; 0.1 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public float Factor
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Factor), value, "Factor must be between 0 and 1: the learning rate is reduced.");
    } = 0.1f;

    /// <summary>How many epochs in a row may be no better; 10 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience { get; init => field = NonNegative(value, nameof(Patience)); } = 10;

    /// <summary>By which part of the best value an epoch must be better; 10⁻⁴ unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Threshold { get; init => field = OptimizerSetting.Fraction(value); } = 1e-4f;

    /// <summary>For how many epochs after a reduction none counts as no better; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown { get; init => field = NonNegative(value, nameof(Cooldown)); }

    /// <summary>The lowest learning rate; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Minimum { get; init => field = OptimizerSetting.NonNegative(value); }

    /// <summary>How often the learning rate was reduced.</summary>
    public int Reductions => _reductions;

    /// <inheritdoc />
    public override void EndEpoch(EpochResult result)
    {
        double value = Monitor.Of(result);

        // Of an accuracy, which is negative here, the part is taken of its amount.
        double bound = double.IsFinite(_best) ? _best - Math.Abs(_best) * Threshold : _best;
        if (value < bound)
            (_best, _bad) = (value, 0);
        else
            _bad++;
        if (_cooldown > 0)
            (_cooldown, _bad) = (_cooldown - 1, 0);
        if (_bad > Patience)
            (_reductions, _cooldown, _bad) = (_reductions + 1, Cooldown, 0);
    }

    /// <summary>Forgets all epochs.</summary>
    public void Reset() => (_best, _bad, _cooldown, _reductions) = (double.PositiveInfinity, 0, 0, 0);

    /// <summary>One line: the factor, and when.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"times {Factor} after more than {Counted.Text(Patience, "epoch")} without a better {(Monitor == MonitoredValue.Loss ? "loss" : "accuracy")}");

    internal override void VisitSettings(IStateVisitor visitor)
    {
        base.VisitSettings(visitor);
        visitor.Single(nameof(Threshold), Threshold);
        visitor.Count(nameof(Cooldown), Cooldown);
        visitor.Single(nameof(Minimum), Minimum);
    }

    internal override void VisitState(IStateVisitor visitor)
    {
        _best = visitor.Real("plateau.best", _best);
        _bad = visitor.Count("plateau.bad", _bad);
        _cooldown = visitor.Count("plateau.cooldown", _cooldown);
        _reductions = visitor.Count("plateau.reductions", _reductions);
    }

    /// <inheritdoc />
    protected override float Rate(float learningRate, double time)
    {
        double rate = learningRate;
        for (int i = 0; i < _reductions && rate > Minimum; i++)
            rate = Math.Max(rate * Factor, Minimum);
        return (float)rate;
    }

    private static int NonNegative(int value, string name) => value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be zero or positive.");
}
