using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

public class PredictionTests
{
    [Fact]
    public void The_class_is_the_largest_output()
    {
        LinearNetwork network = Scaled(3, Loss.SoftmaxCrossEntropy);
        Assert.Equal(2, network.PredictClass([1, 2, 3]));
        Assert.Equal(0, network.PredictClass([3, 2, 3]));
        Assert.Equal(0, Decision.ArgMax([float.PositiveInfinity, 2, 1]));
        Assert.Equal(1, Decision.ArgMax([float.NegativeInfinity, 2, float.NegativeInfinity]));
        int[] classes = new int[2];
        network.PredictClasses([0, 1, 0, -1, -2, -3], classes);
        Assert.Equal([1, 0], classes);
    }

    [Fact]
    public void A_dataset_is_predicted_as_its_inputs_are()
    {
        LinearNetwork network = Scaled(3, Loss.SoftmaxCrossEntropy);
        Dataset data = Dataset.FromLabels(new float[] { 0, 1, 0, -1, -2, -3 }, new[] { 0, 1 }, featureLength: 3);
        float[] outputs = new float[6], probabilities = new float[6], expected = new float[6];
        network.Predict(data, outputs);
        network.Predict(data.Inputs.Span, expected);
        Assert.Equal(expected, outputs);

        network.PredictProbabilities(data, probabilities, network.Description.Outputs[0].Name);
        network.PredictProbabilities(data.Inputs.Span, expected);
        Assert.Equal(expected, probabilities);
        Assert.StartsWith("2 samples need room for 6 outputs, but there is room for 5.", Assert.Throws<ArgumentException>(() => network.Predict(data, new float[5])).Message);
        Assert.Contains("has the output output, but none with the name price. Name one.", Assert.Throws<ArgumentException>(() => network.Predict(data, outputs, "price")).Message);
    }

    [Theory]
    [InlineData(float.NaN, 2f, 1f), InlineData(1f, float.NaN, 2f), InlineData(1f, 2f, float.NaN), InlineData(float.NaN, float.NaN, float.NaN), InlineData(float.PositiveInfinity, 1f, float.NaN)]
    public void Outputs_that_are_not_numbers_say_nothing(float first, float second, float third)
    {
        Assert.Equal(-1, Decision.ArgMax([first, second, third]));
        float[] probabilities = [first, second, third];
        Probabilities.Softmax(probabilities);
        Assert.All(probabilities, probability => Assert.Equal(float.NaN, probability));
    }

    [Fact]
    public void One_logit_says_one_or_zero()
    {
        LinearNetwork network = Scaled(1, Loss.BinaryCrossEntropy);
        int[] classes = new int[3];
        network.PredictClasses([-1, 0, 1], classes);
        Assert.Equal([0, 0, 1], classes);
        Assert.Contains("1 output", Assert.Throws<InvalidOperationException>(() => Scaled(1, Loss.MeanSquaredError).PredictClass([1])).Message);
    }

    [Fact]
    public void Probabilities_without_a_link_are_taken_as_they_are()
    {
        LinearNetwork network = Scaled(1, new LossDescription("Brier", "Dense1", LossTarget.Probabilities, Link.None));
        int[] classes = new int[4];
        network.PredictClasses([0.25f, 0.5f, 0.75f, float.NaN], classes);
        Assert.Equal([0, 0, 1, -1], classes);
        float[] probabilities = new float[2];
        network.PredictProbabilities([0.25f, 0.75f], probabilities);
        Assert.Equal([0.25f, 0.75f], probabilities);
        Dataset data = Dataset.FromTargets(new float[] { 0.25f, 0.75f, 0.75f }, new float[] { 0, 1, 0 }, 1, 1);
        Assert.Equal(2.0 / 3, network.Evaluate(data).Accuracy);
    }

    [Fact]
    public void Many_samples_are_no_trouble()
    {
        LinearNetwork network = Scaled(3, Loss.SoftmaxCrossEntropy);
        float[] inputs = [.. Enumerable.Range(0, 3000).Select(i => i % 3 == i / 3 % 3 ? 1f : 0)];
        int[] classes = new int[1000];
        network.PredictClasses(inputs, classes);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i % 3), classes);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        LinearNetwork network = Scaled(3, Loss.SoftmaxCrossEntropy);
        string message = Assert.Throws<ArgumentException>(() => network.PredictClass(new float[6])).Message;
        Assert.Contains("3 values", message);
        Assert.Contains("6 were given", message);
        Assert.Throws<ArgumentException>(() => network.PredictClasses(new float[6], new int[3]));
        Assert.Throws<ArgumentException>(() => network.PredictProbabilities(new float[6], new float[3]));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(10), InlineData(33)]
    public void Softmax_gives_probabilities_of_classes(int classes)
    {
        LinearNetwork network = Scaled(classes, Loss.SoftmaxCrossEntropy);
        var random = new Random(classes);
        float[] inputs = [.. Enumerable.Range(0, 3 * classes).Select(_ => random.NextSingle() * 20 - 10)], probabilities = new float[3 * classes];
        network.PredictProbabilities(inputs, probabilities);
        for (int s = 0; s < 3; s++)
        {
            double[] powers = [.. inputs.Skip(s * classes).Take(classes).Select(x => Math.Exp(x))];
            for (int c = 0; c < classes; c++)
                Assert.Equal(powers[c] / powers.Sum(), probabilities[s * classes + c], 3e-7);
        }
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        float[] probabilities = new float[3];
        Scaled(3, Loss.SoftmaxCrossEntropy).PredictProbabilities([3e38f, -3e38f, 3e38f], probabilities);
        Assert.Equal([0.5f, 0, 0.5f], probabilities);
        Scaled(3, Loss.BinaryCrossEntropy).PredictProbabilities([3e38f, -3e38f, 0], probabilities);
        Assert.Equal([1, 0, 0.5f], probabilities);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(6)]
    public void Sigmoid_gives_a_probability_for_each_output(int outputs)
    {
        float[] inputs = [.. Enumerable.Range(0, 2 * outputs).Select(i => i - 4.5f)], probabilities = new float[2 * outputs];
        Scaled(outputs, Loss.BinaryCrossEntropy).PredictProbabilities(inputs, probabilities);
        for (int i = 0; i < inputs.Length; i++)
            Assert.Equal(1 / (1 + Math.Exp(-inputs[i])), probabilities[i], 2e-7);
    }

    [Fact]
    public void Other_outputs_stay_as_they_are()
    {
        float[] outputs = new float[3];
        Scaled(3, Loss.MeanSquaredError).PredictProbabilities([1, -2, 3], outputs);
        Assert.Equal([1f, -2, 3], outputs);
    }

    [Fact]
    public void Predictions_allocate_nothing()
    {
        LinearNetwork network = Scaled(10, Loss.SoftmaxCrossEntropy);
        float[] inputs = new float[1000], probabilities = new float[1000];
        int[] classes = new int[100];
        Assert.Equal(0, AllocatedBytes.Of(Predict));

        void Predict()
        {
            network.PredictClass(inputs.AsSpan(0, 10));
            network.PredictClasses(inputs, classes);
            network.PredictProbabilities(inputs, probabilities);
        }
    }

    /// <summary>Outputs that are the inputs.</summary>
    private static LinearNetwork Scaled(int length, LossDescription? loss)
    {
        var network = new LinearNetwork(length, length, loss);
        network.Parameters.Clear();
        var weight = new ParameterTensor(network, network.Description.Parameters[0]);
        for (int i = 0; i < length; i++)
            weight[i, i] = 1;
        return network;
    }
}
