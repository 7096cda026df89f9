using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Text;

/// <summary>One of a thing is no plural, in whatever message.</summary>
public class CountedTests
{
    [Theory]
    [InlineData(0, "0 samples", "0 classes", "are", "were", "need")]
    [InlineData(1, "1 sample", "1 class", "is", "was", "needs")]
    [InlineData(2, "2 samples", "2 classes", "are", "were", "need")]
    [InlineData(1000, "1000 samples", "1000 classes", "are", "were", "need")]
    public void Nouns_and_verbs_agree(long count, string samples, string classes, string are, string were, string need) => Assert.Equal(
        (samples, classes, are, were, need),
        (Counted.Text(count, "sample"), Counted.Text(count, "class", "classes"), Counted.Are(count), Counted.Were(count), Counted.Need(count)));

    [Fact]
    public void Datasets_of_one_sample()
    {
        float[] one = [1], two = [1, 2];
        Message("There is 1 sample (1 input of 1 per sample) but 2 labels. Give one label for each sample.", () => Dataset.FromLabels(one, new[] { 0, 1 }, 1));
        Message("There are 2 samples (2 inputs of 1 per sample) but 1 label. Give one label for each sample.", () => Dataset.FromLabels(two, new[] { 0 }, 1));
        Message(
            "There is 1 sample (1 input of 1 per sample), which needs 1 target of 1 per sample, but 2 were given. Give 1 target for each sample.",
            () => Dataset.FromTargets(one, two, 1, 1));
        Message("3 inputs are not a multiple of the 2 per sample (1 is left over). Give featureLength values for each sample.", () => Dataset.FromTargets(new float[3], one, 2, 1));
        Message("1 input is not a multiple of the 2 per sample (1 is left over). Give featureLength values for each sample.", () => Dataset.FromTargets(one, one, 2, 1));
        var data = Dataset.FromLabels(one, new[] { 0 }, 1);
        Message("The dataset has 1 sample, counted from zero.", () => data.Input(1));
        Message("1 sample needs room for as many labels, but there is room for 0.", () => data.Gather([0], new float[1], Span<int>.Empty));
        Message("1 sample needs room for 1 input, but there is room for 2.", () => data.Gather([0], new float[2], new int[1]));
    }

    [Fact]
    public void Networks_of_one_number()
    {
        var network = new LinearNetwork(1, 1, Loss.MeanSquaredError);
        float[] one = [1], two = [1, 2];
        Message("takes one sample of 1 value (", () => network.PredictClass(two));
        Message("expects samples of 1 value (", () => network.Evaluate(Dataset.FromTargets(two, one, 2, 1)));
        Message("produces 1 value (", () => network.Evaluate(Dataset.FromTargets(one, two, 1, 2)));
        Message("which takes 1 value for each sample", () => network.Evaluate(Dataset.FromLabels(one, new[] { 0 }, 1)));
        Message("There is 1 class, counted from zero.", () => _ = new ConfusionMatrix(1)[1, 0]);
        Message("There is 1 parameter but 2 gradients.", () => new SGD(1).Step(new float[1], two));
        var optimizer = new SGD(1);
        optimizer.Step(new float[1], one);
        Message("keeps state for 1 parameter, but 2 were given.", () => optimizer.Step(new float[2], two));
    }

    private static void Message(string expected, Action action) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
