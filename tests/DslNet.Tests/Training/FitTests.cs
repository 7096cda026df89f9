using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

public class FitTests
{
    [Fact]
    public void A_classifier_learns()
    {
        var network = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        Dataset test = Samples.Corners(200, seed: 2);
        FitResult result = network.Fit(Samples.Corners(300, seed: 1), new FitOptions { Epochs = 20, Optimizer = new Adam(0.05f), Validation = test });

        Assert.Equal(20, result.Epochs.Length);
        Assert.Equal(20 * 10, result.Steps);
        Assert.True(result.Last.Loss < 0.5 * result.Epochs[0].Loss);
        Evaluation evaluation = network.Evaluate(test);
        Assert.True(evaluation.Accuracy > 0.98);
        Assert.Equal(evaluation.Accuracy, result.Last.ValidationAccuracy);
        Assert.Equal(evaluation.Loss, result.Last.ValidationLoss);
    }

    [Fact]
    public void A_regression_learns()
    {
        var network = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        Dataset train = Samples.Plane(100, seed: 1);
        FitResult result = network.Fit(train, new FitOptions { Epochs = 200, BatchSize = 10, Optimizer = new SGD(0.3f), Validation = train });
        Assert.True(result.Last.ValidationLoss < 1e-6);
        Assert.Null(result.Last.ValidationAccuracy);
        Assert.Equal([2, -1, 1, 1], new ParameterTensor(network, network.Description.Parameters[0]).ToArray().Select(w => (int)MathF.Round(w)));
    }

    [Fact]
    public void Every_sample_is_seen_once_an_epoch_in_an_order_of_the_seed()
    {
        RecordingNetwork first = Record(new FitOptions { Epochs = 2, BatchSize = 4, Seed = 9, Optimizer = new SGD(0) });
        Assert.Equal([4, 4, 2, 4, 4, 2], first.Batches.Select(batch => batch.Length));
        float[] epoch1 = [.. first.Batches.Take(3).SelectMany(b => b)], epoch2 = [.. first.Batches.Skip(3).SelectMany(b => b)];
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (float)i), epoch1.Order());
        Assert.Equal(epoch1.Order(), epoch2.Order());
        Assert.NotEqual(epoch1, epoch2);

        RecordingNetwork same = Record(new FitOptions { Epochs = 2, BatchSize = 4, Seed = 9, Optimizer = new SGD(0) });
        RecordingNetwork other = Record(new FitOptions { Epochs = 2, BatchSize = 4, Seed = 10, Optimizer = new SGD(0) });
        Assert.Equal(first.Batches.SelectMany(b => b), same.Batches.SelectMany(b => b));
        Assert.NotEqual(first.Batches.SelectMany(b => b), other.Batches.SelectMany(b => b));
    }

    [Fact]
    public void Without_shuffling_the_order_is_the_datasets()
    {
        RecordingNetwork network = Record(new FitOptions { Epochs = 2, BatchSize = 7, Shuffle = false, Optimizer = new SGD(0) });
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (float)(i % 10)), network.Batches.SelectMany(b => b));
    }

    [Fact]
    public void Shuffled_samples_keep_their_labels_and_targets()
    {
        // The label of a sample is its own number modulo 3, its target 10 times its number; the gradients show whether they came together.
        var classifier = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var shuffled = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        classifier.Fit(Samples.Numbered(9), new FitOptions { BatchSize = 9, Shuffle = false, Optimizer = new SGD(0.01f) });
        shuffled.Fit(Samples.Numbered(9), new FitOptions { BatchSize = 9, Optimizer = new SGD(0.01f) });
        Assert.Equal(classifier.Parameters.ToArray(), shuffled.Parameters.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);

        var regression = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        var regressionShuffled = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        regression.Fit(Samples.Plane(9, 1), new FitOptions { BatchSize = 9, Shuffle = false, Optimizer = new SGD(0.01f) });
        regressionShuffled.Fit(Samples.Plane(9, 1), new FitOptions { BatchSize = 9, Optimizer = new SGD(0.01f) });
        Assert.Equal(regression.Parameters.ToArray(), regressionShuffled.Parameters.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Training_further_goes_on_with_steps_and_orders()
    {
        Adam twice = new(1e-2f), once = new(1e-2f);
        Dataset data = Samples.Corners(30, seed: 3);
        LinearNetwork inTwo = new(2, 3, Loss.SoftmaxCrossEntropy), inOne = new(2, 3, Loss.SoftmaxCrossEntropy);
        inTwo.Fit(data, new FitOptions { Epochs = 2, BatchSize = 7, Optimizer = twice });
        inTwo.Fit(data, new FitOptions { Epochs = 3, BatchSize = 7, Optimizer = twice });
        inOne.Fit(data, new FitOptions { Epochs = 5, BatchSize = 7, Optimizer = once });
        Assert.Equal(inOne.Parameters.ToArray(), inTwo.Parameters.ToArray());
    }

    [Fact]
    public void Steps_are_numbered_over_all_epochs() =>
        Assert.Equal([0, 1, 2, 3, 4, 5], Record(new FitOptions { Epochs = 3, BatchSize = 5, Optimizer = new SGD(0) }).Steps);

    [Fact]
    public void A_batch_larger_than_the_dataset_is_the_dataset() =>
        Assert.Equal([10], Record(new FitOptions { BatchSize = 1000, Optimizer = new SGD(0) }).Batches.Select(b => b.Length));

    [Fact]
    public void The_loss_of_an_epoch_weighs_batches_by_their_samples()
    {
        var told = new List<FitProgress>();
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy) { LossOfBatch = batch => batch };
        FitResult result = network.Fit(
            Samples.Numbered(10), new FitOptions { BatchSize = 4, Optimizer = new SGD(0), Callback = told.Add });
        Assert.Equal((4 * 1 + 4 * 2 + 2 * 3) / 10.0, result.Last.Loss);
        Assert.Equal([1, 1.5, 1.8], told.Select(p => p.Loss));
        Assert.Equal([4, 8, 10], told.Select(p => p.Samples));
    }

    [Fact]
    public void The_callback_comes_after_every_step_and_has_the_validation_with_the_last()
    {
        var told = new List<FitProgress>();
        Record(new FitOptions { Epochs = 2, BatchSize = 4, Optimizer = new SGD(0), Validation = Samples.Numbered(5), Callback = told.Add });
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], told.Select(p => (p.Epoch, p.Batch)));
        Assert.Equal([1L, 2, 3, 4, 5, 6], told.Select(p => p.Step));
        Assert.All(told, p => Assert.Equal((2, 3), (p.Epochs, p.Batches)));
        Assert.All(told, p => Assert.Equal(p.IsEpochEnd, p.ValidationLoss.HasValue));
        Assert.All(told, p => Assert.Equal(p.IsEpochEnd, p.ValidationAccuracy.HasValue));
        Assert.Equal(told.Select(p => p.Elapsed).Order(), told.Select(p => p.Elapsed));
    }

    [Fact]
    public void The_schedule_sets_the_rate_of_every_step()
    {
        var asked = new List<long>();
        var optimizer = new SGD(5);
        Record(new FitOptions
        {
            Epochs = 2,
            BatchSize = 5,
            Optimizer = optimizer,
            LearningRateSchedule = LearningRateSchedule.Of(step =>
            {
                asked.Add(step);
                return 1f / (1 + step);
            }),
        });
        Assert.Equal([0, 1, 2, 3], asked);
        Assert.Equal(5, optimizer.LearningRate);
    }

    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public void Steps_allocate_nothing(bool labels, bool shuffle)
    {
        LinearNetwork network = labels ? new(2, 3, Loss.SoftmaxCrossEntropy) : new(2, 2, Loss.MeanSquaredError);
        Dataset data = labels ? Samples.Corners(101, 1) : Samples.Plane(101, 1);
        long first = 0, last = 0, least = long.MaxValue;
        var options = new FitOptions
        {
            BatchSize = 4,
            Shuffle = shuffle,
            Optimizer = new Adam { MaxGradientNorm = 1, GradientAccumulation = 2 },
            LearningRateSchedule = new WarmupSchedule(10, new CosineSchedule(2)),
            Average = new ExponentialMovingAverage(),
            Callback = progress =>
            {
                // The end of an epoch adds it to the history.
                last = progress.IsEpochEnd ? last : GC.GetAllocatedBytesForCurrentThread();
                first = progress.Batch == 1 ? last : first;
            },
        };
        // The least of several runs, as in AllocatedBytes: the first one compiles everything.
        for (int run = 0; run < 5; run++)
        {
            network.Fit(data, options);
            least = Math.Min(least, last - first);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void An_optimizer_goes_on_where_it_stopped()
    {
        var once = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        var twice = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        once.Fit(Samples.Corners(20, 1), new FitOptions { Epochs = 2, Shuffle = false, Optimizer = new Adam() });
        var optimizer = new Adam();
        twice.Fit(Samples.Corners(20, 1), new FitOptions { Shuffle = false, Optimizer = optimizer });
        twice.Fit(Samples.Corners(20, 1), new FitOptions { Shuffle = false, Optimizer = optimizer });
        Assert.Equal(once.Parameters.ToArray(), twice.Parameters.ToArray());
    }

    [Fact]
    public void What_cannot_be_trained_is_refused_with_both_numbers()
    {
        var network = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        Dataset good = Samples.Numbered(5);
        var options = new FitOptions { Optimizer = new Adam() };
        float[] before = network.Parameters.ToArray();

        Says<ArgumentException>(() => network.Fit(good.Slice(0, 0), options), "train", "0 samples", "at least 1");
        Says<ArgumentException>(
            () => network.Fit(Dataset.FromLabels(new float[9], new int[3], 3), options), "expects samples of 2 values", "have 3");
        Says<ArgumentException>(
            () => network.Fit(Dataset.FromLabels(new float[4], new int[] { 2, 3 }, 2), options), "3 classes, 0 to 2", "sample 1", "label 3");
        Says<ArgumentException>(
            () => network.Fit(Dataset.FromTargets(new float[4], new float[4], 2, 2), options), "produces 3 values", "have 2");
        Says<ArgumentException>(() => new LinearNetwork(2, 3, Loss.MeanSquaredError).Fit(good, options), "labels", "MeanSquaredError", "FromTargets");
        Says<InvalidOperationException>(() => new LinearNetwork(2, 3, Loss.None).Fit(good, options), "declares no loss", "[SoftmaxCrossEntropy]");
        Says<ArgumentException>(() => network.Fit(good, options with { BatchSize = 0 }), "BatchSize is 0", "1 or more");
        Says<ArgumentException>(() => network.Fit(good, options with { Epochs = -1 }), "Epochs is -1", "1 or more");
        Says<ArgumentException>(() => network.Fit(good, options with { Optimizer = null! }), "no optimizer", "new Adam");
        Says<ArgumentException>(
            () => network.Fit(good, options with { Validation = Dataset.FromLabels(new float[9], new int[3], 3) }), "Validation", "have 3");
        var used = new Adam();
        used.Prepare(7);
        Says<ArgumentException>(() => network.Fit(good, options with { Optimizer = used }), "state for 7 parameters", "24 were given");
        Assert.Throws<ArgumentNullException>(() => network.Fit(null!, options));
        Assert.Throws<ArgumentNullException>(() => network.Fit(good, null!));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    private static RecordingNetwork Record(FitOptions options)
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        network.Fit(Samples.Numbered(10), options);
        return network;
    }

    private static void Says<TException>(Action action, params string[] parts) where TException : Exception
    {
        string message = Assert.Throws<TException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
