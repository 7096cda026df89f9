using System.Collections.Immutable;
using System.Globalization;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>What is printed of results and settings, in any culture.</summary>
public class TextTests
{
    [Fact]
    public void Results_are_lines_that_can_be_read()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = culture;
            Verify();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Verify()
    {
        Assert.Equal("40 samples: loss 0.01235", $"{new Evaluation(40, 0.0123456, double.NaN, null)}");
        Assert.Equal("1 sample: loss 0.5, accuracy 0.0000", $"{new Evaluation(1, 0.5, 0, new ConfusionMatrix(2))}");

        var second = TimeSpan.FromSeconds(1.5);
        EpochResult regression = new(1, 0.5, null, null, second), classifier = new(2, 0.25, 0.125, 0.9375, second * 2);
        Assert.Equal("epoch 1: loss 0.5, 1.5 s", $"{regression}");
        Assert.Equal("epoch 2: loss 0.25, validation loss 0.125, accuracy 0.9375, 3.0 s", $"{classifier}");
        Assert.Equal("2 epochs, 20 steps in 3.0 s; last epoch 2: loss 0.25, validation loss 0.125, accuracy 0.9375, 3.0 s", $"{new FitResult([regression, classifier], null, false, 20, second * 2)}");
        Assert.Equal("0 epochs, 1 step in 1.5 s, stopped; unfinished epoch 1: loss 0.5, 1.5 s", $"{new FitResult([], regression, true, 1, second)}");
        Assert.Equal("0 epochs, 0 steps in 1.5 s, stopped", $"{new FitResult([], null, true, 0, second)}");
        FitProgress progress = new(2, 3, 10, 10, 20, 320, 0.25, second, 0.125);
        Assert.Equal("epoch 2 of 3, batch 10 of 10: loss 0.25, validation loss 0.125, 1.5 s", $"{progress}");

        Dataset labels = Samples.Numbered(3), targets = Dataset.FromTargets(new float[1], new float[1], 1, 1);
        Assert.Equal("3 samples of 2 features, with labels", $"{labels}");
        Assert.Equal("1 sample of 1 feature, with 1 target each", $"{targets}");
        Assert.Equal("SGD (learning rate 0.5, 0 steps)", $"{new SGD(0.5f)}");
        Assert.Equal(
            "1 epoch, batches of 32, shuffled, Adam (learning rate 0.001, 0 steps), validation: 3 samples of 2 features, with labels",
            $"{new FitOptions { Optimizer = new Adam(), Validation = labels }}");
        Assert.Equal(
            "1 epoch, batches of 32, shuffled, SGD (learning rate 0.1, 0 steps), ends after 5 epochs without a better loss, moving average of 0 steps, 0.5 of which is kept, checkpoint run.ckpt, report run.html",
            $"{new FitOptions { Optimizer = new SGD(0.1f), EarlyStopping = new EarlyStopping(5), Average = new ExponentialMovingAverage(0.5f), Checkpoint = "run.ckpt", Report = "run.html" }}");
        Assert.Equal(
            "LinearNetwork: input 2 to output 3, 1 layer, 9 parameters, loss: SoftmaxCrossEntropy",
            $"{new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy).Description}");
        Assert.EndsWith("9 parameters, no loss", $"{new LinearNetwork(2, 3, Loss.None).Description}");
        LayerDescription layer = new LinearNetwork(2, 3, Loss.None).Description.Layers[0];
        Assert.Equal("Dense1: Dense(3) to 3", $"{layer}");
        Assert.Equal("Outputs = 3", $"{layer.Arguments[0]}");
        Assert.Equal("Alpha = 0.5", $"{new LayerArgument("Alpha", 0.5f)}");
    }

    /// <summary>No public type may print the name of a type of the run-time library, as records do of their collections and delegates.</summary>
    [Fact]
    public void Nothing_prints_the_name_of_a_type()
    {
        LinearNetwork network = new(2, 3, Loss.SoftmaxCrossEntropy);
        var options = new FitOptions
        {
            Optimizer = new Adam(),
            Validation = Samples.Numbered(3),
            Callback = _ => { },
            Progress = new ConsoleProgressBar(TextWriter.Null, interactive: false),
            LearningRateSchedule = LearningRateSchedule.Of(_ => 1),
        };
        NetworkDescription description = network.Description;
        object[] all =
        [
            network.Fit(Samples.Numbered(3), options), options, network.Evaluate(Samples.Numbered(3)), description, description.Inputs[0], description.Layers[0],
            description.Layers[0].Arguments[0], new LayerView(network, description.Layers[0]), description.Loss!, description.Parameters[0], new StateDescription("norm1.running_mean", new(3), 0, 0),
            default(FitProgress) with { Loss = 1 }, new TensorShape(2, 3), new EvaluationOptions { TopK = [1] }, RegressionMeasures.Of([1, 2], [1, 3], outputs: 2), RocCurve.Of([1, 2], [0, 1]), RocCurve.Of([1, 2], [0, 1]).Points[0],
            PrecisionRecallCurve.Of([1, 2], [0, 1]), PrecisionRecallCurve.Of([1, 2], [0, 1]).Points[0], Calibration.Of([1], [1]), Calibration.Of([1], [1]).Bins[0], new ConfusionMatrix(2), new ConfusionMatrix(2).Macro, options.Optimizer, options.Validation,
        ];
        Assert.All(all, item => Assert.DoesNotMatch(@"`\d|System\.|DslNet\.|\[\]", item.ToString()));
    }
}
