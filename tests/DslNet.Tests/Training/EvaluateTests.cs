using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

public class EvaluateTests
{
    [Fact]
    public void Classes_are_counted()
    {
        // The identity: the larger of two inputs wins.
        LinearNetwork network = Identity(Loss.SoftmaxCrossEntropy);
        Dataset data = Dataset.FromLabels(new float[] { 1, 0, 0, 1, 3, 2, 5, 5 }, new int[] { 0, 1, 1, 1 }, 2);
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal((4, 0.5), (evaluation.Count, evaluation.Accuracy));
        ConfusionMatrix matrix = evaluation.ConfusionMatrix!;
        Assert.Equal((1, 0, 2, 1), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal(network.ComputeLoss(data.Inputs.Span, data.Labels.Span), evaluation.Loss, 1e-6);
    }

    [Fact]
    public void Probabilities_as_targets_are_counted_by_the_likeliest_class()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, 0, 0, 1 }, new float[] { 0.4f, 0.6f, 0.1f, 0.9f }, 2, 2);
        Evaluation evaluation = Identity(Loss.SoftmaxCrossEntropy).Evaluate(data);
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Equal(1, evaluation.ConfusionMatrix![1, 0]);
    }

    [Fact]
    public void Binary_decisions_are_counted_output_by_output()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, -1, -2, 3 }, new float[] { 1, 0, 1, 1 }, 2, 2);
        Evaluation evaluation = Identity(Loss.BinaryCrossEntropy).Evaluate(data);
        Assert.Equal((2, 0.75), (evaluation.Count, evaluation.Accuracy));
        Assert.Equal((1, 0, 1, 2), (evaluation.ConfusionMatrix![0, 0], evaluation.ConfusionMatrix[0, 1], evaluation.ConfusionMatrix[1, 0], evaluation.ConfusionMatrix[1, 1]));
    }

    [Fact]
    public void A_regression_has_a_loss_only()
    {
        Evaluation evaluation = Identity(Loss.MeanSquaredError).Evaluate(Dataset.FromTargets(new float[] { 1, 2 }, new float[] { 1, 4 }, 2, 2));
        Assert.Equal(2, evaluation.Loss, 1e-6);
        Assert.Equal(double.NaN, evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
    }

    [Theory, InlineData(1), InlineData(1023), InlineData(1024), InlineData(1025), InlineData(2500)]
    public void Large_datasets_are_measured_in_chunks_and_weighed_by_samples(int count)
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        Dataset data = Samples.Corners(count, seed: 4);
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(count, network.Measured.Sum());
        Assert.All(network.Measured, samples => Assert.InRange(samples, 1, 1024));
        Assert.Equal(network.ComputeLoss(data.Inputs.Span, data.Labels.Span), evaluation.Loss, 1e-6);
        Assert.Equal(count, evaluation.ConfusionMatrix!.Total);
        Assert.Equal(evaluation.ConfusionMatrix.Accuracy, evaluation.Accuracy);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        LinearNetwork network = Identity(Loss.SoftmaxCrossEntropy);
        Assert.Throws<ArgumentException>(() => network.Evaluate(Dataset.FromLabels(new float[3], new int[1], 3)));
        Assert.Throws<ArgumentException>(() => network.Evaluate(Dataset.FromLabels(default, default, 2)));
        Assert.Throws<InvalidOperationException>(() => Identity(Loss.None).Evaluate(Samples.Numbered(2)));
    }

    private static LinearNetwork Identity(LossDescription? loss)
    {
        var network = new LinearNetwork(2, 2, loss);
        new ParameterTensor(network, network.Description.Parameters[0]).CopyFrom([1, 0, 0, 1]);
        new ParameterTensor(network, network.Description.Parameters[1]).CopyFrom([0, 0]);
        return network;
    }
}
