using Xunit;

namespace DslNet.Tests.Schedules;

/// <summary>Schedules against the recursions in PyTorch's documentation, which lead from one learning rate to the next, and against values computed by hand.</summary>
public class ScheduleTests
{
    private const float Rate = 0.4f;
    private const int Length = 12;

    [Fact]
    public void StepSchedule_is_StepLR() => Compare(new StepSchedule(5, 0.5f), (rate, t) => t % 5 == 0 ? rate * 0.5 : rate);

    [Fact]
    public void MilestoneSchedule_is_MultiStepLR() => Compare(new MilestoneSchedule(3, 4, 4, 9) { Factor = 0.5f }, (rate, t) => t switch
    {
        3 or 9 => rate * 0.5,
        4 => rate * 0.25,
        _ => rate,
    });

    [Fact]
    public void ExponentialSchedule_is_ExponentialLR() => Compare(new ExponentialSchedule(0.9f), (rate, t) => rate * 0.9f);

    [Fact]
    public void LinearSchedule_is_LinearLR()
    {
        const double start = 0.25, end = 0.75;
        Compare(
            new LinearSchedule(Length, 0.25f, 0.75f),
            (rate, t) => t > Length ? rate : rate * (1 + (end - start) / (Length * start + (t - 1) * (end - start))), Rate * start);
    }

    [Fact]
    public void PolynomialSchedule_is_PolynomialLR() => Compare(
        new PolynomialSchedule(Length, 2), (rate, t) => t > Length ? rate : rate * Math.Pow((1 - (double)t / Length) / (1 - (t - 1.0) / Length), 2));

    [Fact]
    public void CosineSchedule_is_CosineAnnealingLR_and_stays_low() => Compare(
        new CosineSchedule(Length) { Minimum = 0.1f },
        (rate, t) => t > Length ? rate : 0.1f + (rate - 0.1f) * (1 + Math.Cos(Math.PI * t / Length)) / (1 + Math.Cos(Math.PI * (t - 1) / Length)));

    [Fact]
    public void CosineRestartsSchedule_is_CosineAnnealingWarmRestarts()
    {
        CosineRestartsSchedule schedule = new(4) { Growth = 2, Minimum = 0.1f };
        CosineSchedule four = new(4) { Minimum = 0.1f }, eight = new(8) { Minimum = 0.1f }, sixteen = new(16) { Minimum = 0.1f };
        for (int t = 0; t < 28; t++)
            Assert.Equal(t < 4 ? four.At(Rate, 0, t) : t < 12 ? eight.At(Rate, 0, t - 4) : sixteen.At(Rate, 0, t - 12), schedule.At(Rate, 0, t));
        Assert.Equal(four.At(Rate, 0, 3), new CosineRestartsSchedule(4) { Minimum = 0.1f }.At(Rate, 0, 4_000_000_003));
    }

    /// <summary>Of 20 steps the first 6 go up: 0 to 5, with the maximum at the last of them.</summary>
    [Theory, InlineData(0, 0.04), InlineData(2.5, 0.52), InlineData(5, 1), InlineData(12, 0.5000002), InlineData(19, 4e-6), InlineData(30, 4e-6)]
    public void OneCycleSchedule_is_OneCycleLR(double step, double expected) =>
        Assert.Equal(expected, new OneCycleSchedule(1, 20) { Unit = ScheduleUnit.PartOfEpoch }.At(Rate, 0, step), expected * 1e-5 + 2e-6);

    [Fact]
    public void OneCycleSchedule_counts_steps() => Assert.Equal(1, new OneCycleSchedule(1, 20).At(Rate, 5, 0));

    [Fact]
    public void WarmupSchedule_multiplies_what_follows()
    {
        WarmupSchedule schedule = new(4, new StepSchedule(1, 0.5f)), alone = new(4);
        Assert.Equal(
            [0.1f, 0.2f, 0.15f, 0.2f, 0.1f],
            [schedule.At(Rate, 0, 0), schedule.At(Rate, 1, 0), schedule.At(Rate, 2, 1), schedule.At(Rate, 3, 1), schedule.At(Rate, 4, 2)]);
        Assert.Equal([0.1f, 0.4f, 0.4f], [alone.At(Rate, 0, 0), alone.At(Rate, 3, 0), alone.At(Rate, 400, 0)]);
    }

    [Fact]
    public void Units_are_epochs_parts_of_them_and_steps()
    {
        Assert.Equal(0.25f, new LinearSchedule(4, 1, 0).At(1, 1000, 3.75));
        Assert.Equal(0.0625f, new LinearSchedule(4, 1, 0) { Unit = ScheduleUnit.PartOfEpoch }.At(1, 1000, 3.75));
        Assert.Equal(0.75f, new LinearSchedule(4, 1, 0) { Unit = ScheduleUnit.Step }.At(1, 1, 3.75));
    }

    /// <summary>PyTorch's documentation: with a patience of 2 the first two epochs without improvement are ignored, and the third reduces.</summary>
    [Fact]
    public void ReduceOnPlateauSchedule_is_ReduceLROnPlateau()
    {
        ReduceOnPlateauSchedule schedule = new() { Factor = 0.5f, Patience = 2, Cooldown = 1, Threshold = 0.1f, Minimum = 0.06f };
        Assert.Equal(
            [0.4f, 0.4f, 0.4f, 0.2f, 0.2f, 0.2f, 0.2f, 0.1f, 0.1f, 0.1f, 0.1f, 0.06f, 0.06f],
            Tell(schedule, [1, 0.95, 0.91, 0.9, /* reduced; one epoch is not counted */ 3, 2, 1, 1, /* reduced; better */ 0.5, 0.46, 0.46, 0.46, 0.46]));
        Assert.Equal(3, schedule.Reductions);
        schedule.Reset();
        Assert.Equal(0.4f, schedule.At(Rate, 0, 0));
    }

    /// <summary>As of PyTorch's: an epoch that is NaN is no better than another, and none is measured by it.</summary>
    [Fact]
    public void ReduceOnPlateauSchedule_takes_NaN_for_the_worst() =>
        Assert.Equal([0.4f, 0.2f, 0.2f, 0.2f, 0.1f], Tell(new ReduceOnPlateauSchedule { Factor = 0.5f, Patience = 1 }, [double.NaN, double.NaN, 3, double.NaN, 3]));

    [Fact]
    public void ReduceOnPlateauSchedule_judges_by_the_accuracy()
    {
        ReduceOnPlateauSchedule schedule = new() { Monitor = MonitoredValue.Accuracy, Patience = 0 };
        schedule.EndEpoch(new EpochResult(1, 1, 1, 0.5, default));
        schedule.EndEpoch(new EpochResult(2, 1, 2, 0.6, default));
        Assert.Equal(0, schedule.Reductions);
        schedule.EndEpoch(new EpochResult(3, 1, 0.5, 0.6, default));
        Assert.Equal(1, schedule.Reductions);
        Assert.Contains("FitOptions.Validation", Assert.Throws<InvalidOperationException>(() => schedule.EndEpoch(new EpochResult(4, 1, null, null, default))).Message);
    }

    /// <summary>By PyTorch's formula, best · (1 − threshold), a loss that grows from −1 on would be better and better.</summary>
    [Fact]
    public void ReduceOnPlateauSchedule_knows_losses_below_zero()
    {
        ReduceOnPlateauSchedule schedule = new() { Factor = 0.5f, Patience = 2 };
        Assert.Equal([0.4f, 0.4f, 0.4f, 0.2f], Tell(schedule, [-1, -0.99995, -0.9999, -0.99985]));
        Assert.Equal([0.2f, 0.2f, 0.2f, 0.2f], Tell(schedule, [-1.001, -1.002, -1.003, -1.004]));
    }

    [Fact]
    public void A_schedule_says_what_it_is() => Assert.Equal(
        [
            "times 0.1 every 30 epochs", "times 0.1 after 3, 5 steps", "times 0.95 every epoch", "from 1 to 0 times along a line over 4500 steps", "to 0 by a power of 2 over 1 epoch",
            "to 0.001 by a cosine over 30 epochs", "to 0 by a cosine over 10 epochs, and again, each 2 times as long as the one before", "one cycle from 0.04 over 1 to 4E-06 in 20 steps",
            "warm-up of 500 steps, to 0 by a cosine over 30 epochs", "times 0.1 after more than 10 epochs without a better loss", "a function of the steps",
        ],
        ((LearningRateSchedule[])
        [
            new StepSchedule(30), new MilestoneSchedule(3, 5) { Unit = ScheduleUnit.Step }, new ExponentialSchedule(0.95f), new LinearSchedule(4500, 1, 0) { Unit = ScheduleUnit.Step },
            new PolynomialSchedule(1, 2), new CosineSchedule(30) { Minimum = 1e-3f }, new CosineRestartsSchedule(10) { Growth = 2 }, new OneCycleSchedule(1, 20),
            new WarmupSchedule(500, new CosineSchedule(30)), new ReduceOnPlateauSchedule(), LearningRateSchedule.Of(_ => 1),
        ]).Select(schedule => schedule.ToString()));

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Equal("every", Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(0)).ParamName);
        Assert.Equal("factor", Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialSchedule(0)).ParamName);
        Assert.Throws<ArgumentException>(() => new MilestoneSchedule(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MilestoneSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearSchedule(3, -1));
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(-1)).ParamName);
        Assert.Equal("Growth", Assert.Throws<ArgumentOutOfRangeException>(() => new CosineRestartsSchedule(1) { Growth = 0 }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleSchedule(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateauSchedule { Factor = 1 });
        Assert.Equal("Patience", Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateauSchedule { Patience = -1 }).ParamName);
        Assert.Throws<ArgumentNullException>(() => LearningRateSchedule.Of(null!));
    }

    private static void Compare(LearningRateSchedule schedule, Func<double, int, double> next, double? first = null)
    {
        double expected = first ?? Rate;
        for (int t = 0; t < Length + 5; t++)
        {
            if (t > 0)
                expected = next(expected, t);
            Assert.Equal(expected, schedule.At(Rate, 7, t), 1e-7);
        }
    }

    /// <summary>The learning rates after epochs of some losses.</summary>
    private static float[] Tell(LearningRateSchedule schedule, double[] losses) =>
    [
        .. losses.Select((loss, epoch) =>
        {
            schedule.EndEpoch(new EpochResult(epoch + 1, 9, loss, null, default));
            return schedule.At(Rate, 0, epoch + 1);
        }),
    ];
}
