using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>A training that is stopped and goes on is the training that was not stopped.</summary>
public class ContinuationTests
{
    [Fact]
    public void No_sample_is_forgotten_or_repeated()
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        for (int call = 0; call < 10; call++)
            Assert.Equal(30, Fit(network, optimizer, Samples.Numbered(100), epochs: 4, batchSize: 1, steps: 30).Steps);

        float[] seen = [.. network.Batches.SelectMany(batch => batch)];
        Assert.All(seen.Chunk(100), epoch => Assert.Equal(Enumerable.Range(0, 100).Select(i => (float)i), epoch.Order()));
        Assert.Equal(3, seen.Chunk(100).Select(epoch => string.Join(' ', epoch)).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 300).Select(step => (long)step), network.Steps);
    }

    [Theory]
    [InlineData(true, new[] { 1 })]
    [InlineData(true, new[] { 5, 1, 8 })]
    [InlineData(true, new[] { 6, 6 })]
    [InlineData(false, new[] { 2, 9 })]
    public void An_interrupted_training_gives_the_same_bits(bool shuffle, int[] stops)
    {
        LinearNetwork whole = Classifier(), interrupted = Classifier();
        Dataset data = Samples.Corners(40, seed: 3);
        FitResult atOnce = Fit(whole, new Adam(0.05f), data, 4, 7, int.MaxValue, shuffle);

        var optimizer = new Adam(0.05f);
        List<EpochResult> history = [];
        foreach (int steps in (int[])[.. stops, int.MaxValue])
        {
            FitResult part = Fit(interrupted, optimizer, data, 4 - history.Count, 7, steps, shuffle);
            Assert.Equal(steps < int.MaxValue, part.Stopped);
            history.AddRange(part.Epochs);
        }

        Assert.Equal(whole.Parameters.ToArray(), interrupted.Parameters.ToArray());
        Assert.Equal(atOnce.Epochs.Select(epoch => epoch.Loss), history.Select(epoch => epoch.Loss));
        Assert.Equal(atOnce.Epochs.Select(epoch => epoch.ValidationLoss), history.Select(epoch => epoch.ValidationLoss));
        Assert.Equal(atOnce.Steps, optimizer.Steps);
    }

    [Fact]
    public void The_same_call_again_finishes_the_epoch_first()
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        List<FitProgress> told = [];
        Fit(network, optimizer, Samples.Numbered(10), epochs: 2, batchSize: 4, steps: 1);
        FitResult rest = network.Fit(Samples.Numbered(10), new FitOptions { Epochs = 2, BatchSize = 4, Optimizer = optimizer, Callback = told.Add });
        Assert.Equal(5, rest.Steps);
        Assert.Equal([(1, 2, 3, 8), (1, 3, 3, 10), (2, 1, 3, 4), (2, 2, 3, 8), (2, 3, 3, 10)], told.Select(p => (p.Epoch, p.Batch, p.Batches, p.Samples)));
        Assert.False(rest.Stopped);
    }

    [Fact]
    public void Another_batch_size_divides_what_is_left()
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        List<FitProgress> told = [];
        Fit(network, optimizer, Samples.Numbered(10), epochs: 2, batchSize: 3, steps: 2);
        network.Fit(Samples.Numbered(10), new FitOptions { BatchSize = 3, Optimizer = optimizer, Callback = told.Add });
        Assert.Equal([3, 3, 3, 1], network.Batches.Select(batch => batch.Length));

        Fit(network, optimizer, Samples.Numbered(10), epochs: 2, batchSize: 3, steps: 2);
        told.Clear();
        network.Fit(Samples.Numbered(10), new FitOptions { BatchSize = 2, Optimizer = optimizer, Callback = told.Add });
        Assert.Equal([3, 3, 2, 2], network.Batches.Skip(4).Select(batch => batch.Length));
        Assert.Equal([(3, 4), (4, 4)], told.Select(p => (p.Batch, p.Batches)));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (float)i), network.Batches.Skip(4).SelectMany(batch => batch).Order());
    }

    [Theory, InlineData("samples"), InlineData("seed"), InlineData("shuffle"), InlineData("reset"), InlineData("optimizer")]
    public void Other_orders_begin_with_an_epoch_of_their_own(string other)
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        Fit(network, optimizer, Samples.Numbered(10), epochs: 1, batchSize: 1, steps: 4);
        if (other == "reset")
            optimizer.Reset();
        FitResult result = network.Fit(Samples.Numbered(other == "samples" ? 9 : 10), new FitOptions
        {
            BatchSize = 1,
            Seed = other == "seed" ? 5 : null,
            Shuffle = other != "shuffle",
            Optimizer = other == "optimizer" ? new SGD(0) : optimizer,
        });
        Assert.Equal(other == "samples" ? 9 : 10, result.Steps);
        Assert.Equal(Enumerable.Range(0, (int)result.Steps).Select(i => (float)i), network.Batches.Skip(4).SelectMany(batch => batch).Order());
    }

    [Theory, InlineData("inputs"), InlineData("labels"), InlineData("targets"), InlineData("refilled"), InlineData("turned")]
    public void Other_samples_begin_with_an_epoch_of_their_own(string other)
    {
        bool byTargets = other == "targets";
        var network = new LinearNetwork(2, byTargets ? 1 : 3, byTargets ? Loss.MeanSquaredError : Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(i => (float)i)];
        int[] labels = [.. Enumerable.Range(0, 10).Select(i => i % 3)];
        float[] targets = [.. labels.Select(label => (float)label)];
        StopAfterFour(network, optimizer, Data());
        switch (other)
        {
            case "inputs":
                inputs = [.. inputs.Select(input => input + 0.5f)];
                break;
            case "labels":
                labels = [.. labels.Select(label => 2 - label)];
                break;
            case "targets":
                targets = [.. targets.Select(target => -target)];
                break;
            case "turned":
                inputs = [.. inputs.Reverse()];
                break;
            default:
                inputs[19] = 20;
                break;
        }

        // The mean loss is that of the new samples alone.
        double expected = network.Evaluate(Data()).Loss;
        FitResult result = network.Fit(Data(), new FitOptions { BatchSize = 1, Optimizer = optimizer });
        Assert.Equal(10, result.Steps);
        Assert.Equal(expected, Assert.Single(result.Epochs).Loss, 1e-5 * expected);

        Dataset Data() => byTargets ? Dataset.FromTargets(inputs, targets, 2, 1) : Dataset.FromLabels(inputs, labels, 2);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void The_same_samples_in_other_memory_finish_the_epoch(bool labelsAsTargets)
    {
        var network = new LinearNetwork(2, labelsAsTargets ? 1 : 3, labelsAsTargets ? Loss.BinaryCrossEntropy : Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        StopAfterFour(network, optimizer, Data());
        Assert.Equal(6, network.Fit(Data(), new FitOptions { BatchSize = 1, Optimizer = optimizer }).Steps);

        static Dataset Data() => Dataset.FromLabels(Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), Enumerable.Range(0, 10).Select(i => i % 2).ToArray(), 2);
    }

    /// <summary>Datasets of other sizes have other numbers of steps, from which no number of epochs follows.</summary>
    [Fact]
    public void No_order_is_used_twice()
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var optimizer = new SGD(0);
        network.Fit(Samples.Numbered(12), new FitOptions { BatchSize = 12, Optimizer = optimizer });
        network.Fit(Samples.Numbered(12), new FitOptions { BatchSize = 1, Optimizer = optimizer });
        network.Fit(Samples.Numbered(12), new FitOptions { BatchSize = 12, Optimizer = optimizer });
        float[] all = [.. network.Batches.SelectMany(batch => batch)];
        Assert.Equal(3, all.Chunk(12).Select(epoch => string.Join(' ', epoch)).Distinct().Count());
    }

    private static FitResult Fit(INetwork network, Optimizer optimizer, Dataset data, int epochs, int batchSize, int steps, bool shuffle = true)
    {
        int done = 0;
        using var source = new CancellationTokenSource();
        return network.Fit(data, new FitOptions
        {
            Epochs = epochs,
            BatchSize = batchSize,
            Shuffle = shuffle,
            Optimizer = optimizer,
            Validation = Samples.Corners(9, seed: 4),
            LearningRateSchedule = LearningRateSchedule.Of(step => 0.1f / (step + 1)),
            CancellationToken = source.Token,
            Callback = _ =>
            {
                if (++done == steps)
                    source.Cancel();
            },
        });
    }

    private static void StopAfterFour(INetwork network, Optimizer optimizer, Dataset data)
    {
        FitResult result = network.Fit(data, new FitOptions
        {
            BatchSize = 1,
            Optimizer = optimizer,
            Callback = progress =>
            {
                if (progress.Step == 4)
                    progress.Stop();
            },
        });
        Assert.Equal(4, result.Steps);
    }

    private static LinearNetwork Classifier() => new(2, 3, Loss.SoftmaxCrossEntropy);
}
