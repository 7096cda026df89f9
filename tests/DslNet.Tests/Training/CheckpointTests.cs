using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>Checkpoints of trainings that end in unusual ways, and those that are refused.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dslnet-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "run.ckpt");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The validation that was stopped is made up for: the schedule and the best epoch know all epochs.</summary>
    [Fact]
    public void A_training_that_was_cancelled_in_a_validation_goes_on_with_it()
    {
        using CancellationTokenSource source = new();
        LinearNetwork whole = Classifier(), rest = Classifier();
        FitResult expected = whole.Fit(Samples.Numbered(10), Options(null));
        FitResult first = new CancellingNetwork(source).Fit(Samples.Numbered(10), Options(Path) with { CancellationToken = source.Token });
        Assert.Null(Assert.Single(first.Epochs).ValidationLoss);
        FitResult actual = rest.Fit(Samples.Numbered(10), Options(Path));
        Assert.Equal(whole.Parameters.ToArray(), rest.Parameters.ToArray());
        Assert.Equal(expected.Epochs.Select(epoch => epoch with { Elapsed = default }), actual.Epochs.Select(epoch => epoch with { Elapsed = default }));
        Assert.Equal(expected.BestEpoch, actual.BestEpoch);

        static FitOptions Options(string? path) => new()
        {
            Epochs = 4,
            BatchSize = 4,
            Optimizer = new Adam(0.1f),
            Validation = Samples.Numbered(3000),
            EarlyStopping = new EarlyStopping(40),
            LearningRateSchedule = new ReduceOnPlateauSchedule { Patience = 0, Factor = 0.5f, Threshold = 0.5f },
            Checkpoint = path,
        };
    }

    /// <summary>The average's object was used before: what the network has of it is not what the checkpoint has.</summary>
    [Fact]
    public void Averages_of_before_are_replaced()
    {
        ExponentialMovingAverage average = new(0.5f);
        LinearNetwork whole = Classifier(), other = Classifier();
        whole.Fit(Samples.Numbered(10), Options() with { Epochs = 3 });
        Classifier().Fit(Samples.Numbered(10), Options() with { Checkpoint = Path });
        other.Fit(Samples.Numbered(8), Options() with { Average = average });
        Assert.True(average.IsInNetwork);
        other.Fit(Samples.Numbered(10), Options() with { Average = average, Checkpoint = Path, Epochs = 3 });
        Assert.Equal(whole.Parameters.ToArray(), other.Parameters.ToArray());

        static FitOptions Options() => new() { BatchSize = 4, Optimizer = new Adam(0.1f), Average = new ExponentialMovingAverage(0.5f) };
    }

    /// <summary>What would be lost, and orders of samples that would be others.</summary>
    [Fact]
    public void Other_parts_and_orders_are_refused()
    {
        FitOptions options = new() { Optimizer = new SGD(0.1f), EarlyStopping = new EarlyStopping(), Average = new ExponentialMovingAverage(), Seed = 3, Checkpoint = Path };
        Classifier().Fit(Samples.Numbered(10), options);
        Refuse("early_stopping", fresh => fresh with { EarlyStopping = null });
        Refuse("average", fresh => fresh with { Average = null });
        Refuse("FitOptions.Seed, or the network's where that is null, was 3, and here it is 4", fresh => fresh with { Seed = 4 });
        Refuse("with FitOptions.Shuffle, and here it is false", fresh => fresh with { Shuffle = false });
        Assert.Single(Classifier().Fit(Samples.Numbered(10), Fresh()).Epochs);

        FitOptions Fresh() => options with { Optimizer = new SGD(0.1f), EarlyStopping = new EarlyStopping(), Average = new ExponentialMovingAverage() };

        void Refuse(string why, Func<FitOptions, FitOptions> change)
        {
            LinearNetwork network = Classifier();
            float[] before = network.Parameters.ToArray();
            Assert.Contains(why, Assert.Throws<InvalidDataException>(() => network.Fit(Samples.Numbered(10), change(Fresh()))).Message);
            Assert.Equal(before, network.Parameters.ToArray());
        }
    }

    /// <summary>The history is looked at before anything is replaced.</summary>
    [Fact]
    public void A_history_that_lacks_an_epoch_changes_nothing()
    {
        Classifier().Fit(Samples.Numbered(10), new FitOptions { Optimizer = new SGD(0.1f), Checkpoint = Path });
        byte[] bytes = File.ReadAllBytes(Path);
        bytes[bytes.AsSpan().IndexOf("fit.epochs"u8) + "fit.epochs".Length + 1] = 2;
        File.WriteAllBytes(Path, bytes);
        LinearNetwork network = Classifier();
        float[] before = network.Parameters.ToArray();
        SGD optimizer = new(0.1f);
        Assert.Contains("epoch2.loss", Assert.Throws<InvalidDataException>(() => network.Fit(Samples.Numbered(10), new FitOptions { Optimizer = optimizer, Checkpoint = Path })).Message);
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal(0, optimizer.Steps);
    }

    /// <summary>With fewer epochs than were trained, the training has ended.</summary>
    [Fact]
    public void Fewer_epochs_than_were_trained_end_with_the_best_too()
    {
        LinearNetwork all = Classifier(), fewer = Classifier();
        FitOptions Options(int epochs) => new() { Epochs = epochs, Optimizer = new SGD(5), EarlyStopping = new EarlyStopping(40), Checkpoint = Path };
        all.Fit(Samples.Numbered(10), Options(4));
        Assert.False(fewer.Fit(Samples.Numbered(10), Options(2)).Stopped);
        Assert.Equal(all.Parameters.ToArray(), fewer.Parameters.ToArray());
    }

    /// <summary>Once for each step, not for each of its batches.</summary>
    [Fact]
    public void Accumulated_batches_are_not_written_down_as_steps()
    {
        List<int> written = [];
        int batch = 0;
        Classifier().Fit(Samples.Numbered(12), new FitOptions
        {
            BatchSize = 1,
            Optimizer = new SGD(0.1f) { GradientAccumulation = 4 },
            Checkpoint = Path,
            CheckpointSteps = 2,
            Callback = _ =>
            {
                batch++;
                if (!File.Exists(Path))
                    return;
                written.Add(batch);
                File.Delete(Path);
            },
        });
        Assert.Equal([9], written);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_found_before_the_first_step()
    {
        LinearNetwork network = Classifier();
        float[] before = network.Parameters.ToArray();
        Assert.Contains("Create it first", Assert.Throws<DirectoryNotFoundException>(() => Fit(System.IO.Path.Combine(_folder.FullName, "runs", "a.ckpt"))).Message);
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => Fit(_folder.FullName)).Message);
        Assert.Equal(before, network.Parameters.ToArray());

        void Fit(string path) => network.Fit(Samples.Numbered(10), new FitOptions { Optimizer = new SGD(0.1f), Checkpoint = path });
    }

    private static LinearNetwork Classifier() => new(2, 3, Loss.SoftmaxCrossEntropy);
}
