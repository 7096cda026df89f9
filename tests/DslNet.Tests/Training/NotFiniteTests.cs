using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>Numbers that are none: in data, in losses, in outputs.</summary>
public class NotFiniteTests
{
    [Theory, InlineData(float.NaN, "NaN"), InlineData(float.PositiveInfinity, "Infinity"), InlineData(float.NegativeInfinity, "-Infinity")]
    public void An_input_is_named_before_anything_is_done(float value, string text)
    {
        Dataset train = Samples.Corners(600, seed: 1), wrong = Changed(train, 2 * 417 + 1, value);
        LinearNetwork network = Classifier();
        float[] before = network.Parameters.ToArray();
        var options = new FitOptions { Optimizer = new Adam() };
        Says<ArgumentException>(() => network.Fit(wrong, options), $"Feature 1 of sample 417 of train is {text}.", "FitOptions.CheckFinite = false");
        Says<ArgumentException>(() => network.Fit(train, options with { Validation = wrong }), $"Feature 1 of sample 417 of Validation is {text}.");
        Assert.Equal(before, network.Parameters.ToArray());

        FitResult result = network.Fit(wrong, options with { CheckFinite = false, Epochs = 2, Validation = wrong });
        Assert.Equal((2, false), (result.Epochs.Length, result.Stopped));
        Assert.Equal(double.NaN, result.Last.Loss);
        Assert.Equal(0, result.Last.ValidationAccuracy);
    }

    [Fact]
    public void An_input_that_changes_meanwhile_is_named_with_its_step()
    {
        float[] inputs = Samples.Corners(60, seed: 1).Inputs.ToArray();
        Dataset train = Dataset.FromLabels(inputs, Samples.Corners(60, seed: 1).Labels, 2);
        NotFiniteNumberException end = Says<NotFiniteNumberException>(
            () => Classifier().Fit(train, new FitOptions
            {
                Epochs = 2,
                BatchSize = 20,
                Shuffle = false,
                Optimizer = new Adam(),
                Callback = progress => inputs[2 * 27] = progress.Step == 3 ? float.NaN : inputs[2 * 27],
            }),
            "The loss of step 5 (epoch 2, batch 2) is NaN. Feature 0 of sample 27 of train is NaN.");
        Assert.Equal(double.NaN, end.OffendingNumber);
    }

    [Fact]
    public void A_learning_rate_that_is_too_high_is_named_with_the_step()
    {
        var network = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        SGD optimizer = new(100);
        Says<NotFiniteNumberException>(
            () => network.Fit(Samples.Plane(100, seed: 1), new FitOptions { Epochs = 50, Optimizer = optimizer, Validation = Samples.Plane(10, seed: 2) }),
            "The loss of step ", "but all inputs of the batch are finite. Lower the learning rate, which is 100,", "new optimizer", "CheckFinite");
        Assert.InRange(optimizer.Steps, 2, 150);
        Says<NotFiniteNumberException>(
            () => new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(Samples.Plane(100, seed: 1), new FitOptions
            {
                Epochs = 50,
                Optimizer = new SGD(1e-3f),
                LearningRateSchedule = LearningRateSchedule.Of(_ => 100),
            }),
            "which is 100,");
    }

    [Fact]
    public void Large_inputs_are_named()
    {
        Dataset train = Changed(Samples.Plane(8, seed: 1), 2 * 3 + 1, -1e30f);
        Says<NotFiniteNumberException>(
            () => new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(train, new FitOptions { Epochs = 5, Optimizer = new SGD(0.1f) }),
            "Scale the inputs: feature 1 of sample 3 of train is -1E+30.");
    }

    [Fact]
    public void The_last_step_is_looked_at_too()
    {
        // Its loss is from before the step.
        var network = new LinearNetwork(2, 2, Loss.MeanSquaredError);
        Dataset train = Changed(Samples.Plane(4, seed: 1), 1, 1e10f);
        Says<NotFiniteNumberException>(
            () => network.Fit(train, new FitOptions { Optimizer = new SGD(1e30f) }), "After step 1, the last one, parameters are not finite");
        Says<NotFiniteNumberException>(
            () => new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(train, new FitOptions { Optimizer = new SGD(1e30f), Validation = Samples.Plane(3, 2) }),
            "The validation loss of epoch 1, after step 1, is ", "since parameters are not finite. Lower the learning rate");
        Says<NotFiniteNumberException>(
            () => new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(
                Samples.Plane(4, 1), new FitOptions { Optimizer = new SGD(0), Validation = Changed(Samples.Plane(3, 2), 0, 3e38f) }),
            "but all parameters are finite. Scale the validation's inputs");
    }

    [Fact]
    public void Outputs_that_are_not_numbers_are_no_class()
    {
        LinearNetwork network = Classifier();
        Dataset data = Changed(Samples.Corners(30, seed: 1), 2 * 4, float.NaN);
        Assert.Equal(-1, network.PredictClass(data.Input(4)));
        int[] classes = new int[30];
        network.PredictClasses(data.Inputs.Span, classes);
        Assert.Equal([4], Enumerable.Range(0, 30).Where(i => classes[i] == -1));

        Evaluation evaluation = network.Evaluate(data);
        ConfusionMatrix matrix = evaluation.ConfusionMatrix!;
        int actual = data.Labels.Span[4];
        Assert.Equal(double.NaN, evaluation.Loss);
        Assert.Equal((30, 1), (matrix.Total, matrix[actual, -1]));
        Assert.Equal(Enumerable.Range(0, 30).Count(i => classes[i] == data.Labels.Span[i]) / 30.0, evaluation.Accuracy);
        Assert.EndsWith("\n1 sample is of no class: its outputs are NaN.\n", matrix.ToString());
    }

    [Fact]
    public void A_network_that_is_not_a_number_recalls_nothing()
    {
        LinearNetwork network = Classifier();
        network.Parameters.Fill(float.NaN);
        Evaluation evaluation = network.Evaluate(Samples.Corners(30, seed: 1));
        Assert.Equal(0, evaluation.Accuracy);
        Assert.All(Enumerable.Range(0, 3), @class => Assert.Equal(0, evaluation.ConfusionMatrix!.Recall(@class)));
        Assert.All(Enumerable.Range(0, 3), @class => Assert.Equal(double.NaN, evaluation.ConfusionMatrix!.Precision(@class)));
        Assert.EndsWith("\n30 samples are of no class: their outputs are NaN.\n", evaluation.ConfusionMatrix!.ToString());

        var binary = new LinearNetwork(2, 1, Loss.BinaryCrossEntropy);
        binary.Parameters.Fill(float.NaN);
        Assert.Equal(-1, binary.PredictClass([1, 2]));
        Evaluation decisions = binary.Evaluate(Dataset.FromLabels(new float[] { 1, 2, 3, 4 }, new int[] { 0, 1 }, 2));
        Assert.Equal((0, 0, 0), (decisions.Accuracy, decisions.ConfusionMatrix!.Recall(0), decisions.ConfusionMatrix.Recall(1)));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(7), InlineData(8), InlineData(16), InlineData(37)]
    public void Every_place_is_looked_at(int length)
    {
        float[] values = Enumerable.Repeat(0.5f, length).ToArray();
        Assert.Equal((-1, -1), (ValueSearch.IndexOfNotFinite(values), ValueSearch.IndexOutside(values, 0, 1)));
        for (int i = 0; i < length; i++)
        {
            foreach (float wrong in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            {
                values[i] = wrong;
                Assert.Equal((i, i), (ValueSearch.IndexOfNotFinite(values), ValueSearch.IndexOutside(values, 0, 1)));
            }

            foreach (float outside in (float[])[-1, -float.Epsilon, MathF.BitIncrement(1), 255])
            {
                values[i] = outside;
                Assert.Equal((-1, i), (ValueSearch.IndexOfNotFinite(values), ValueSearch.IndexOutside(values, 0, 1)));
            }

            values[i] = i % 2 == 0 ? -0f : 1;
        }

        Assert.Equal(-1, ValueSearch.IndexOutside(values, 0, 1));
    }

    private static Dataset Changed(Dataset data, int index, float value)
    {
        float[] inputs = data.Inputs.ToArray();
        inputs[index] = value;
        return data.HasLabels
            ? Dataset.FromLabels(inputs, data.Labels, data.FeatureLength)
            : Dataset.FromTargets(inputs, data.Targets, data.FeatureLength, data.TargetLength);
    }

    private static TException Says<TException>(Action action, params string[] parts) where TException : Exception
    {
        TException thrown = Assert.Throws<TException>(action);
        Assert.All(parts, part => Assert.Contains(part, thrown.Message));
        return thrown;
    }

    private static LinearNetwork Classifier() => new(2, 3, Loss.SoftmaxCrossEntropy);
}
