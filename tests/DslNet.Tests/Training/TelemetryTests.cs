using System.Diagnostics;
using System.Diagnostics.Metrics;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>What a training tells by System.Diagnostics.</summary>
public class TelemetryTests
{
    // Other tests train at the same time, networks of other names.
    private const string Name = "Told";

    [Fact]
    public void A_meter_counts_steps_and_samples_and_has_the_last_losses()
    {
        Dictionary<string, double> sums = [], last = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == "DslNet")
                meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        LinearNetwork network = new(2, 3, Loss.SoftmaxCrossEntropy, Name);
        Dataset data = Samples.Corners(50, 1);
        FitResult result = network.Fit(data, new FitOptions { Epochs = 2, BatchSize = 10, Optimizer = new SGD(0.1f) { GradientAccumulation = 5 }, Validation = data });
        Assert.Equal((2, 100), (sums["dslnet.fit.steps"], sums["dslnet.fit.samples"]));
        Assert.Equal(0.1f, last["dslnet.fit.learning_rate"]);
        Assert.Equal(result.Last.ValidationLoss, last["dslnet.fit.validation.loss"]);
        Assert.Equal(result.Last.ValidationAccuracy, last["dslnet.fit.validation.accuracy"]);
        Assert.InRange(last["dslnet.fit.loss"], 0.01, 10);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.Length != 1 || tags[0].Value as string != Name)
                return;
            Assert.Equal("dslnet.network", tags[0].Key);
            sums[instrument.Name] = sums.GetValueOrDefault(instrument.Name) + value;
            last[instrument.Name] = value;
        }
    }

    [Fact]
    public void Activities_are_a_training_and_its_epochs()
    {
        List<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "DslNet",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (ended)
                    ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy, Name).Fit(Samples.Corners(50, 1), new FitOptions { Epochs = 3, Optimizer = new SGD(0.1f) });
        lock (ended)
        {
            Activity fit = Assert.Single(ended, activity => activity.GetTagItem("dslnet.network") as string == Name);
            Assert.Equal(("fit", 3, 32, 50, "SGD"), (fit.OperationName, fit.GetTagItem("dslnet.epochs"), fit.GetTagItem("dslnet.batch_size"), fit.GetTagItem("dslnet.samples"), fit.GetTagItem("dslnet.optimizer")));
            Activity[] epochs = [.. ended.Where(activity => activity.ParentId == fit.Id)];
            Assert.Equal([1, 2, 3], epochs.Select(activity => activity.GetTagItem("dslnet.epoch")));
            Assert.All(epochs, activity => Assert.Equal("epoch", activity.OperationName));
            Assert.All(epochs, activity => Assert.IsType<double>(activity.GetTagItem("dslnet.loss")));
        }
    }
}
