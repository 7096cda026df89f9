using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>Trainings that end when epochs become no better.</summary>
public class EarlyStoppingTests
{
    /// <summary>Keras' documentation: with a patience of 3 the training ends after the third epoch in a row that is no better.</summary>
    [Fact]
    public void It_waits_for_as_many_epochs_as_its_patience()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        EarlyStopping early = new(3) { MinDelta = 0.1f };
        early.Begin(network);
        double[] losses = [5, 4, 4.5, 3.95, 3.5, 3.5, 3.45, 3.41];
        Assert.Equal([false, false, false, false, false, false, false, true], losses.Select(Tell));
        Assert.Equal((5, 3.5), (early.BestEpoch, early.BestValue));
        Assert.Equal("ends after 3 epochs without a better loss; best 3.5 in epoch 5", early.ToString());
        early.Reset();
        Assert.Equal((0, double.NaN), (early.BestEpoch, early.BestValue));

        bool Tell(double loss, int epoch) => early.EndEpoch(network, new EpochResult(epoch + 1, 9, loss, null, default));
    }

    /// <summary>The learning rate drives it away from where it was best.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void The_network_has_the_best_epoch_s_parameters(bool restores)
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        Dataset data = Samples.Plane(40, 1);
        List<float[]> all = [];
        FitResult result = network.Fit(data, new FitOptions
        {
            Epochs = 50,
            Optimizer = new SGD(0.1f),
            LearningRateSchedule = new MilestoneSchedule(6) { Factor = 100 },
            EarlyStopping = new EarlyStopping(4) { RestoreBest = restores },
            Validation = data,
            CheckFinite = false,
            Callback = progress =>
            {
                if (progress.IsEpochEnd)
                    all.Add(network.Parameters.ToArray());
            },
        });
        Assert.True(result.Stopped);
        Assert.Equal(6, result.BestEpoch);
        Assert.Equal(10, result.Epochs.Length);
        Assert.Equal(all[restores ? 5 : 9], network.Parameters.ToArray());
    }

    [Fact]
    public void Without_an_end_the_best_epoch_is_restored_too_but_not_when_a_training_may_go_on()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        Dataset data = Samples.Plane(40, 1);
        float[] best = [], last = [];
        EarlyStopping early = new(40);
        FitOptions options = new()
        {
            Epochs = 5,
            Optimizer = new SGD(0.1f),
            LearningRateSchedule = new MilestoneSchedule(2) { Factor = 20 },
            EarlyStopping = early,
            Validation = data,
            Callback = progress =>
            {
                last = network.Parameters.ToArray();
                if (progress.IsEpochEnd && progress.Epoch == 2)
                    best = last;
            },
        };
        network.Fit(data, options);
        Assert.Equal(2, early.BestEpoch);
        Assert.Equal(best, network.Parameters.ToArray());

        int steps = 0;
        network.Fit(data, options with { Callback = progress => Stop(progress, ++steps == 3) });
        Assert.NotEqual(best, network.Parameters.ToArray());
        early.Restore(network);
        Assert.Equal(best, network.Parameters.ToArray());
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { MinDelta = -1 });
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        Assert.Contains("No epoch", Assert.Throws<InvalidOperationException>(() => new EarlyStopping().Restore(network)).Message);
        EarlyStopping early = new() { Monitor = MonitoredValue.Accuracy };
        FitOptions options = new() { Optimizer = new SGD(0.1f), EarlyStopping = early };
        Assert.Contains("no accuracy", Assert.Throws<ArgumentException>(() => network.Fit(Samples.Plane(4, 1), options)).Message);
        Assert.Contains("LinearNetwork has no accuracy: its loss: MeanSquaredError. Judge by MonitoredValue.Loss.", Assert.Throws<ArgumentException>(() => network.Fit(Samples.Plane(4, 1), options with { Validation = Samples.Plane(4, 2) })).Message);
        Assert.Equal(0, options.Optimizer.Steps);
        EarlyStopping used = new();
        network.Fit(Samples.Plane(4, 1), options with { EarlyStopping = used });
        Assert.Contains("another network", Assert.Throws<ArgumentException>(() => new LinearNetwork(2, 3, Loss.MeanSquaredError).Fit(
            Dataset.FromTargets(new float[2], new float[3], 2, 3), options with { Optimizer = new SGD(1), EarlyStopping = used })).Message);
    }

    /// <summary>A first epoch that is NaN is not what later ones are measured by.</summary>
    [Fact]
    public void NaN_is_worse_than_any_loss()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        EarlyStopping early = new(2);
        early.Begin(network);
        Assert.False(early.EndEpoch(network, new EpochResult(1, double.NaN, null, null, default)));
        Assert.False(early.EndEpoch(network, new EpochResult(2, 5, null, null, default)));
        Assert.Equal((2, 5.0), (early.BestEpoch, early.BestValue));
        Assert.False(early.EndEpoch(network, new EpochResult(3, double.NaN, null, null, default)));
        Assert.True(early.EndEpoch(network, new EpochResult(4, double.NaN, null, null, default)));
    }

    [Fact]
    public void After_Initialize_it_must_forget()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        EarlyStopping early = new();
        FitOptions Options() => new() { Optimizer = new SGD(0.1f), EarlyStopping = early };
        network.Fit(Samples.Plane(4, 1), Options());
        network.Initialize(2);
        Assert.Contains("before Initialize", Assert.Throws<ArgumentException>(() => network.Fit(Samples.Plane(4, 1), Options())).Message);
        early.Reset();
        Assert.Equal(1, network.Fit(Samples.Plane(4, 1), Options()).BestEpoch);
    }

    /// <summary>It goes on, so it keeps its last parameters.</summary>
    [Fact]
    public void A_training_that_is_cancelled_in_its_last_validation_restores_nothing()
    {
        using CancellationTokenSource source = new();
        CancellingNetwork network = new(source);
        float[] best = [.. Enumerable.Repeat(8f, network.Parameters.Length)];
        EarlyStopping early = new(40);
        early.Begin(network);
        Span<float> parameters = network.Parameters;
        float[] before = parameters.ToArray();
        best.CopyTo(parameters);
        early.EndEpoch(network, new EpochResult(1, 0, null, null, default));
        before.CopyTo(parameters);
        FitResult result = network.Fit(Samples.Numbered(10), new FitOptions
        {
            Optimizer = new SGD(0.1f),
            EarlyStopping = early,
            Validation = Samples.Numbered(3000),
            CancellationToken = source.Token,
        });
        Assert.True(result.Stopped);
        Assert.NotEqual(best, network.Parameters.ToArray());
    }

    private static void Stop(FitProgress progress, bool now)
    {
        if (now)
            progress.Stop();
    }
}
