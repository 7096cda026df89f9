using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>A training that is stopped keeps what it came to, and goes on in another call.</summary>
public class StoppingTests
{
    [Theory, InlineData(true), InlineData(false)]
    public void Stopping_leaves_the_last_step_and_the_history(bool byToken)
    {
        using var source = new CancellationTokenSource();
        float[] afterFour = [];
        LinearNetwork network = Classifier();
        FitResult result = network.Fit(Samples.Numbered(10), new FitOptions
        {
            Epochs = 5,
            BatchSize = 4,
            Optimizer = new SGD(0.1f),
            Validation = Samples.Numbered(4),
            CancellationToken = source.Token,
            Callback = progress =>
            {
                Assert.True(progress.Step <= 4);
                if (progress.Step != 4)
                    return;
                afterFour = network.Parameters.ToArray();
                if (byToken)
                    source.Cancel();
                else
                    progress.Stop();
            },
        });
        Assert.NotEmpty(afterFour);
        Assert.Equal(afterFour, network.Parameters.ToArray());
        Assert.True(result.Stopped);
        Assert.Equal(4, result.Steps);
        Assert.NotNull(Assert.Single(result.Epochs).ValidationLoss);
        Assert.Equal((2, null), (result.Unfinished!.Epoch, result.Unfinished.ValidationLoss));
        Assert.InRange(result.Unfinished.Loss, 0.01, 100);
        Assert.Same(result.Unfinished, result.Last);
    }

    [Fact]
    public void Stopping_at_the_end_of_an_epoch_leaves_nothing_unfinished()
    {
        FitResult result = Classifier().Fit(Samples.Numbered(10), new FitOptions
        {
            Epochs = 5,
            BatchSize = 4,
            Optimizer = new SGD(0.1f),
            Callback = progress =>
            {
                if (progress is { IsEpochEnd: true, Epoch: 2 })
                    progress.Stop();
            },
        });
        Assert.True(result.Stopped);
        Assert.Equal((2, 6), (result.Epochs.Length, result.Steps));
        Assert.Null(result.Unfinished);
        Assert.Same(result.Epochs[1], result.Last);
    }

    [Fact]
    public void A_whole_training_was_not_stopped()
    {
        FitResult result = Classifier().Fit(Samples.Numbered(10), new FitOptions
        {
            Epochs = 2,
            BatchSize = 4,
            Optimizer = new SGD(0.1f),
            Callback = progress =>
            {
                if (progress is { IsEpochEnd: true, Epoch: 2 })
                    progress.Stop();
            },
        });
        Assert.False(result.Stopped);
        Assert.Equal(2, result.Epochs.Length);
    }

    [Fact]
    public void Cancelled_before_it_begins_a_training_does_nothing()
    {
        LinearNetwork network = Classifier();
        float[] before = network.Parameters.ToArray();
        FitResult result = network.Fit(Samples.Numbered(10), new FitOptions { Optimizer = new SGD(0.1f), CancellationToken = new CancellationToken(canceled: true) });
        Assert.True(result.Stopped);
        Assert.Equal((0, 0), (result.Epochs.Length, result.Steps));
        Assert.Contains("before its first step", Assert.Throws<InvalidOperationException>(() => result.Last).Message);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void A_validation_that_is_cancelled_leaves_its_epoch_without_results()
    {
        using var source = new CancellationTokenSource();
        var network = new CancellingNetwork(source);
        FitResult result = network.Fit(Samples.Numbered(10), new FitOptions
        {
            Optimizer = new SGD(0.1f),
            Validation = Samples.Numbered(3000),
            CancellationToken = source.Token,
        });
        Assert.True(result.Stopped);
        Assert.Equal(1, network.Measured);
        Assert.Null(Assert.Single(result.Epochs).ValidationLoss);
        Assert.Null(result.Unfinished);
    }

    [Fact]
    public void The_callback_comes_before_the_display_and_on_the_same_thread()
    {
        int thread = Environment.CurrentManagedThreadId;
        List<string> told = [];
        Classifier().Fit(Samples.Numbered(10), new FitOptions
        {
            BatchSize = 5,
            Optimizer = new SGD(0.1f),
            Callback = progress =>
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                told.Add($"callback {progress.Step}");
            },
            Progress = new Display(progress => told.Add($"display {progress.Step}")),
        });
        Assert.Equal(["callback 1", "display 1", "callback 2", "display 2"], told);
    }

    /// <summary>The example of <see cref="FitOptions.Callback"/>.</summary>
    [Fact]
    public void Early_stopping_restores_the_best_parameters()
    {
        var net = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        Dataset validation = Samples.Plane(20, 2);
        double lowest = double.PositiveInfinity;
        float[] best = net.Parameters.ToArray();
        int worse = 0;
        Adam optimizer = new(0.3f);
        FitResult result = net.Fit(Samples.Plane(30, 1), new FitOptions
        {
            Epochs = 100,
            Optimizer = optimizer,
            Validation = validation,
            Callback = progress =>
            {
                if (progress.Epoch == 20)
                    optimizer.LearningRate = 5; // from now on it gets worse
                if (progress.ValidationLoss is not { } loss)
                    return;
                worse++;
                if (loss < lowest)
                {
                    (lowest, worse) = (loss, 0);
                    net.Parameters.CopyTo(best);
                }
                else if (worse == 5)
                {
                    progress.Stop();
                }
            },
        });
        Assert.True(result.Stopped);
        best.CopyTo(net.Parameters);
        Assert.Equal(result.Epochs.Min(epoch => epoch.ValidationLoss), net.Evaluate(validation).Loss);
    }

    [Fact]
    public void Only_a_training_can_be_stopped()
    {
        Assert.Contains("FitOptions.Callback", Assert.Throws<InvalidOperationException>(() => default(FitProgress).Stop()).Message);

        // Later it is of no consequence.
        FitProgress last = default;
        Classifier().Fit(Samples.Numbered(10), new FitOptions { Optimizer = new SGD(0.1f), Callback = progress => last = progress });
        last.Stop();
    }

    [Fact]
    public void A_bar_that_is_stopped_leaves_its_line()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Classifier().Fit(Samples.Numbered(10), new FitOptions
        {
            BatchSize = 4,
            Optimizer = new SGD(0.1f),
            Progress = new ConsoleProgressBar(writer, interactive: true),
            Callback = progress => progress.Stop(),
        });
        Assert.Matches(@"^\rEpoch 1/1 \[=+\.+\]  loss .* s\n$", writer.ToString());
    }

    [Fact]
    public void An_exception_of_the_callback_passes_through()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        SGD optimizer = new(0.1f);
        Assert.Throws<NotSupportedException>(() => Classifier().Fit(Samples.Numbered(10), new FitOptions
        {
            BatchSize = 4,
            Optimizer = optimizer,
            LearningRateSchedule = LearningRateSchedule.Of(_ => 0.5f),
            Progress = new ConsoleProgressBar(writer, interactive: true),
            Callback = progress =>
            {
                if (progress.Step == 2)
                    throw new NotSupportedException();
            },
        }));
        Assert.Equal((0.1f, 2), (optimizer.LearningRate, optimizer.Steps));
        Assert.EndsWith("s\n", writer.ToString());
    }

    private static LinearNetwork Classifier() => new(2, 3, Loss.SoftmaxCrossEntropy);
}
