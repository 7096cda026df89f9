using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>Each loss takes some targets, and a training or an evaluation refuses others.</summary>
public class TargetTests
{
    [Theory]
    [InlineData(new float[] { 1, -1, 1 }, "BinaryCrossEntropy takes probabilities, from 0 to 1, but the target of sample 1 of train is -1. Write 0 for -1, which is (target + 1) / 2,")]
    [InlineData(new float[] { 0, 0, 255 }, "the target of sample 2 of train is 255. Divide by the largest value there can be (255 for bytes),")]
    [InlineData(new float[] { 0, 1, 1.000002f }, "the target of sample 2 of train is 1.000002. Divide by")]
    [InlineData(new float[] { 0, -2e-6f, 1 }, "the target of sample 1 of train is -2E-06.")]
    [InlineData(new float[] { 1.0000001f, -1, 1 }, "the target of sample 1 of train is -1. Write 0 for -1,")]
    [InlineData(new float[] { -1e-7f, 255, 1 }, "the target of sample 1 of train is 255. Divide by the largest value there can be (255 for bytes),")]
    [InlineData(new float[] { 7, 1, 0 }, "the target of sample 0 of train is 7. Divide")]
    [InlineData(new float[] { 0, 1, -3 }, "the target of sample 2 of train is -3. Give 0 for no and 1 for yes,")]
    [InlineData(new float[] { 0, float.NaN, 1 }, "the target of sample 1 of train is NaN. Correct it,")]
    [InlineData(new float[] { 0, float.PositiveInfinity, 1 }, "the target of sample 1 of train is Infinity.")]
    public void Binary_cross_entropy_takes_probabilities(float[] targets, string message) => Refuses(Loss.BinaryCrossEntropy, 1, targets, message);

    [Fact]
    public void Outputs_are_named_where_there_are_several() =>
        Refuses(Loss.BinaryCrossEntropy, 2, [0, 1, 1, 2, 0, 0], "the target of output 1 of sample 1 of train is 2.");

    [Theory]
    [InlineData(new float[] { 1, 0, 0, 255, 0, 0 }, "a probability for each class, from 0 to 1, but the target of output 0 of sample 1 of train is 255.")]
    [InlineData(new float[] { 1, 0, 0, 0, 1, -1 }, "output 2 of sample 1 of train is -1. Give 1 to the right class and 0 to the others, or give labels.")]
    [InlineData(new float[] { 1, 0, 0, 0, 1, -2e-6f }, "output 2 of sample 1 of train is -2E-06.")]
    [InlineData(new float[] { 1, 0, 0, 1, 1, 0 }, "which sum to 1, but those of sample 1 of train sum to 2. Divide them by their sum; for outputs that are independent of each other declare [BinaryCrossEntropy].")]
    [InlineData(new float[] { 1, 0, 0, 0, 0, 0 }, "sample 1 of train sum to 0.")]
    [InlineData(new float[] { 0.5f, 0, 0, 0, float.NaN, 1 }, "sample 0 of train sum to 0.5.")]
    [InlineData(new float[] { 1, 0, 0, 0, float.NaN, 1 }, "output 1 of sample 1 of train is NaN.")]
    public void Softmax_cross_entropy_takes_probabilities_of_classes(float[] targets, string message) => Refuses(Loss.SoftmaxCrossEntropy, 3, targets, message);

    [Fact]
    public void Divergences_take_probabilities_of_classes()
    {
        Refuses(Loss.KLDivergence, 2, [1, 0, 2, -1], "output 0 of sample 1 of train is 2. Give 1 to the right class and 0 to the others.");
        Takes(Loss.KLDivergence, 2, [1, 0, 0.25f, 0.75f]);
    }

    [Fact]
    public void Hinge_takes_signs()
    {
        Refuses(Loss.Hinge, 1, [1, 0, 1], "Hinge takes 1 for yes and -1 for no, but the target of sample 1 of train is 0. Write 2 × target - 1, or declare [BinaryCrossEntropy], which takes 0 and 1.");
        Refuses(Loss.Hinge, 1, [1, -1, 0.5f], "the target of sample 2 of train is 0.5. Correct it, or declare [MeanSquaredError], which takes any value.");
        Takes(Loss.Hinge, 1, [1, -1]);
    }

    [Fact]
    public void Other_losses_take_finite_values() => Assert.All([Loss.MeanSquaredError, Loss.MeanAbsoluteError, Loss.Huber, Loss.SmoothL1, Loss.Poisson], loss =>
    {
        Refuses(loss, 1, [1, -5, float.NaN], $"{loss} takes finite values, but the target of sample 2 of train is NaN. Correct it, or leave the sample out.");
        Refuses(loss, 1, [float.NegativeInfinity, 255, 1], $"{loss} takes finite values, but the target of sample 0 of train is -Infinity.");
        Takes(loss, 1, [1, -5, 255]);
    });

    [Fact]
    public void What_is_right_is_taken()
    {
        Takes(Loss.BinaryCrossEntropy, 1, [0, 1, 0.25f, -0f]);
        Takes(Loss.SoftmaxCrossEntropy, 3, [1, 0, 0, 0.1f, 0.2f, 0.7f, 0.334f, 0.334f, 0.334f]);

        // Rounded while they were computed, such as by softening, by interpolation, or by a teacher.
        Takes(Loss.BinaryCrossEntropy, 1, [1.0000001f, -6e-8f, MathF.BitIncrement(1), -float.Epsilon, 1 + 5e-7f]);
        Takes(Loss.SoftmaxCrossEntropy, 3, [1.0000001f, -6e-8f, 0]);

        // Of a thousand classes, each rounded to 16 bits.
        float[] weights = [.. Enumerable.Range(1, 1000).Select(i => (float)(Half)(1f / i))];
        Takes(Loss.SoftmaxCrossEntropy, 1000, [.. weights.Select(weight => (float)(Half)(weight / weights.Sum()))]);
    }

    [Fact]
    public void Labels_stand_for_zero_and_one()
    {
        float[] inputs = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? i % 3 - 1f : i % 5 - 2f)];
        int[] labels = [.. Enumerable.Range(0, 20).Select(i => inputs[2 * i] + inputs[2 * i + 1] > 0 ? 1 : 0)];
        Dataset byLabels = Dataset.FromLabels(inputs, labels, 2), byTargets = Dataset.FromTargets(inputs, labels.Select(label => (float)label).ToArray(), 2, 1);
        LinearNetwork first = new(2, 1, Loss.BinaryCrossEntropy), second = new(2, 1, Loss.BinaryCrossEntropy);
        FitResult one = first.Fit(byLabels, new FitOptions { Epochs = 3, BatchSize = 6, Optimizer = new Adam(0.1f), Validation = byLabels });
        FitResult other = second.Fit(byTargets, new FitOptions { Epochs = 3, BatchSize = 6, Optimizer = new Adam(0.1f), Validation = byTargets });
        Assert.Equal(first.Parameters.ToArray(), second.Parameters.ToArray());
        Assert.Equal((one.Last.Loss, one.Last.ValidationLoss, one.Last.ValidationAccuracy), (other.Last.Loss, other.Last.ValidationLoss, other.Last.ValidationAccuracy));
        Assert.Equal(first.Evaluate(byTargets).ToString(), first.Evaluate(byLabels).ToString());
        Assert.Equal(20, first.Evaluate(byLabels).ConfusionMatrix!.Total);

        Says(() => first.Evaluate(Dataset.FromLabels(new float[4], new int[] { 1, 2 }, 2)), "1 output under BinaryCrossEntropy, for the labels 0 and 1, but sample 1 of data has the label 2.");
        Says(() => new LinearNetwork(2, 2, Loss.BinaryCrossEntropy).Evaluate(byLabels), "takes 2 values for each sample", "FromTargets");
    }

    private static void Takes(LossDescription loss, int outputs, float[] targets)
    {
        Dataset data = Dataset.FromTargets(new float[targets.Length / outputs], targets, 1, outputs);
        var network = new LinearNetwork(1, outputs, loss);
        network.Fit(data, new FitOptions { Optimizer = new SGD(0), Validation = data });
        network.Evaluate(data);
    }

    private static void Refuses(LossDescription loss, int outputs, float[] targets, string message)
    {
        Dataset data = Dataset.FromTargets(new float[targets.Length / outputs], targets, 1, outputs);
        Dataset good = Dataset.FromTargets(new float[1], loss == Loss.SoftmaxCrossEntropy || loss == Loss.KLDivergence || loss == Loss.Hinge ? [1, .. new float[outputs - 1]] : new float[outputs], 1, outputs);
        var network = new LinearNetwork(1, outputs, loss);
        var options = new FitOptions { Optimizer = new SGD(0.1f), CheckFinite = false };
        float[] before = network.Parameters.ToArray();
        Says(() => network.Fit(data, options), message);
        Says(() => network.Fit(good, options with { Validation = data }), message.Replace("train", "Validation"));
        Says(() => network.Evaluate(data), message.Replace("train", "data"));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    private static void Says(Action action, params string[] parts)
    {
        string message = Assert.Throws<ArgumentException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
