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
    public void A_regression_has_errors_and_no_classes()
    {
        Evaluation evaluation = Identity(Loss.MeanSquaredError).Evaluate(Dataset.FromTargets(new float[] { 1, 2, 3, 2 }, new float[] { 1, 4, 3, 0 }, 2, 2));
        Assert.Equal(2, evaluation.Loss, 1e-6);
        Assert.Equal(double.NaN, evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
        RegressionMeasures measures = evaluation.Regression!;
        Assert.Equal((2L, 1.0, 2.0, 1.0, 0.5), (measures.Count, measures.MeanAbsoluteError, measures.MeanSquaredError, measures.RootMeanSquaredError, measures.R2));
        Assert.Equal([1, 0], measures.Outputs.Select(output => output.R2));
        Assert.Equal("2 samples: loss 2, MAE 1, RMSE 1, R² 0.5000", evaluation.ToString());
        Assert.Null(Identity(Loss.SoftmaxCrossEntropy).Evaluate(Samples.Numbered(2).Slice(0, 2)).Regression);
    }

    [Theory, InlineData(1), InlineData(1024), InlineData(2500)]
    public void Errors_are_those_of_all_chunks(int count)
    {
        LinearNetwork network = new(2, 2, Loss.Huber, seed: 3);
        Dataset data = Samples.Plane(count, seed: 4);
        float[] outputs = new float[2 * count];
        network.Predict(data.Inputs.Span, outputs);
        RegressionMeasures expected = RegressionMeasures.Of(outputs, data.Targets.Span, outputs: 2), actual = network.Evaluate(data).Regression!;
        Assert.Equal(expected with { Outputs = [] }, actual with { Outputs = [] });
        Assert.Equal(expected.Outputs, actual.Outputs);
    }

    [Fact]
    public void Outputs_that_are_no_predictions_of_their_targets_have_no_errors()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, 2 }, new float[] { 1, 4 }, 2, 2);
        Assert.NotNull(Identity(Loss.MeanAbsoluteError).Evaluate(data).Regression);
        Assert.Null(Identity(Loss.Poisson).Evaluate(data).Regression);
        Assert.Null(Identity(Loss.MeanSquaredError with { Name = "CosineEmbedding" }).Evaluate(data).Regression);
    }

    [Theory, InlineData(4), InlineData(2500)]
    public void The_k_largest_outputs_are_looked_at_where_asked_for(int count)
    {
        var network = new RecordingNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        Dataset data = Samples.Corners(count, seed: 4);
        float[] outputs = new float[3 * count];
        network.Predict(data.Inputs.Span, outputs);
        Evaluation evaluation = network.Evaluate(data, new EvaluationOptions { TopK = [2, 1, 3] });
        Assert.Equal([TopKAccuracy.Of(outputs, data.Labels.Span, 3, 2), new(1, evaluation.Accuracy), new(3, 1)], evaluation.TopK);
        Assert.Empty(network.Evaluate(data).TopK);
        Assert.Equal(("top-2 accuracy, top-5 accuracy", "nothing else"), ($"{new EvaluationOptions { TopK = [2, 5] }}", $"{new EvaluationOptions()}"));
        Assert.EndsWith($", {evaluation.TopK[0]}, {evaluation.TopK[1]}, top-3 accuracy 1.0000", evaluation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_k_largest_outputs_of_no_classes_are_refused()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, 0 }, new float[] { 1, 0 }, 2, 2);
        var options = new EvaluationOptions { TopK = [1] };
        Assert.Equal(
            "EvaluationOptions.TopK is set, but LinearNetwork has the loss: BinaryCrossEntropy, which does not tell several classes apart. Leave TopK out, or measure outputs by TopKAccuracy.Of. (Parameter 'options')",
            Assert.Throws<ArgumentException>(() => Identity(Loss.BinaryCrossEntropy).Evaluate(data, options)).Message);
        Assert.Throws<ArgumentException>(() => Identity(Loss.MeanSquaredError).Evaluate(data, options));
        Assert.StartsWith(
            "EvaluationOptions.TopK has 0. Let each be at least 1.",
            Assert.Throws<ArgumentException>(() => Identity(Loss.SoftmaxCrossEntropy).Evaluate(data, new EvaluationOptions { TopK = [1, 0] })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Identity(Loss.SoftmaxCrossEntropy).Evaluate(data, null!));
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
