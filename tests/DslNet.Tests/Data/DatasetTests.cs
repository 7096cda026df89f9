using Xunit;

namespace DslNet.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Samples_are_views_of_the_memory_given()
    {
        float[] inputs = [1, 2, 3, 4, 5, 6];
        Dataset data = Dataset.FromLabels(inputs, new int[] { 0, 1, 0 }, featureLength: 2);
        Assert.Equal((3, 2, 0, true), (data.Count, data.FeatureLength, data.TargetLength, data.HasLabels));
        Assert.Equal([3f, 4f], data.Input(1).ToArray());
        inputs[2] = 9;
        Assert.Equal([9f, 4f], data.Input(1).ToArray());
        Assert.True(data.Targets.IsEmpty);
    }

    [Fact]
    public void Targets_go_with_their_samples()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, 2 }, new float[] { 10, 11, 20, 21 }, featureLength: 1, targetLength: 2);
        Assert.Equal([20f, 21f], data.Target(1).ToArray());
        Assert.False(data.HasLabels);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Target(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Input(-1).Length);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused_with_both()
    {
        Says(() => Dataset.FromLabels(new float[7], new int[2], 3), "7 inputs", "the 3 per sample", "1 is left over");
        Says(() => Dataset.FromLabels(new float[6], new int[3], 3), "2 samples", "3 labels");
        Says(() => Dataset.FromTargets(new float[6], new float[5], 3, 2), "2 samples", "need 4 targets", "5 were given");
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.FromLabels(new float[6], new int[3], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.FromTargets(new float[6], new float[6], 1, 0));
    }

    [Fact]
    public void Split_divides_all_samples_and_copies_them()
    {
        Dataset all = Numbered(100);
        (Dataset first, Dataset second) = all.Split(70, seed: 3);
        Assert.Equal((70, 30), (first.Count, second.Count));
        float[] together = [.. first.Inputs.ToArray(), .. second.Inputs.ToArray()];
        Assert.NotEqual(all.Inputs.ToArray(), together);
        Assert.Equal(all.Inputs.ToArray().Order(), together.Order());
        Assert.All(Enumerable.Range(0, 70), i => Assert.Equal(first.Input(i)[0], first.Labels.Span[i]));

        Assert.Equal(first.Labels.ToArray(), all.Split(70, seed: 3).First.Labels.ToArray());
        Assert.NotEqual(first.Labels.ToArray(), all.Split(70, seed: 4).First.Labels.ToArray());
        Assert.Equal((0, 100), (all.Split(0, 1).First.Count, all.Split(0, 1).Second.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Split(101, 1));
    }

    [Fact]
    public void Split_takes_targets_along()
    {
        float[] inputs = [1, 2, 3, 4];
        Dataset all = Dataset.FromTargets(inputs, inputs.SelectMany(x => new[] { x * 10, x * 100 }).ToArray(), 1, 2);
        (Dataset first, Dataset second) = all.Split(3, seed: 0);
        foreach (Dataset part in (Dataset[])[first, second])
            Assert.All(Enumerable.Range(0, part.Count), i => Assert.Equal([part.Input(i)[0] * 10, part.Input(i)[0] * 100], part.Target(i).ToArray()));
    }

    [Fact]
    public void Slice_is_a_view()
    {
        Dataset part = Numbered(10).Slice(4, 3);
        Assert.Equal([4, 5, 6], part.Labels.ToArray());
        Assert.Equal([4f, 5f, 6f], part.Inputs.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10).Slice(8, 3));
    }

    [Fact]
    public void Gather_copies_in_the_order_given()
    {
        float[] inputs = new float[3];
        int[] labels = new int[3];
        Numbered(10).Gather([7, 0, 7], inputs, labels);
        Assert.Equal([7f, 0f, 7f], inputs);
        Assert.Equal([7, 0, 7], labels);
        Says(() => Numbered(10).Gather([1, 2], new float[3], new int[2]), "2 inputs", "room for 3");
        Says(() => Numbered(10).Gather([1, 2], new float[2], new int[3]), "2 samples", "room for 3");
        Assert.Throws<InvalidOperationException>(() => Numbered(10).Gather([1], new float[1], new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10).Gather([10], new float[1], new int[1]));
    }

    [Fact]
    public void Weights_go_with_their_samples()
    {
        Dataset all = Numbered(100).WithWeights(Enumerable.Range(0, 100).Select(i => i / 8f).ToArray());
        Assert.True(Numbered(100).Weights.IsEmpty);
        Assert.Equal([4 / 8f, 5 / 8f], all.Slice(4, 2).Weights.ToArray());
        (Dataset first, Dataset second) = all.Split(70, seed: 3);
        foreach (Dataset part in (Dataset[])[first, second])
            Assert.Equal(part.Inputs.ToArray().Select(i => i / 8), part.Weights.ToArray());
        Assert.True(Numbered(100).Split(70, seed: 3).First.Weights.IsEmpty);
        Assert.Equal(all.Labels.ToArray().Select(label => label / 8f), all.WithLabelsAsTargets().Weights.ToArray());
        Assert.NotEqual(Numbered(100).Fingerprint(), all.Fingerprint());
        Assert.Equal("100 samples of 1 feature, with labels, weighted", all.ToString());
    }

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        Says(() => Numbered(3).WithWeights(new float[2]), "3 samples", "2 weights");
        Says(() => Numbered(2).WithWeights(new[] { 0, -1f }), "The weight of sample 1 is -1.");
        Says(() => Numbered(2).WithWeights(new[] { float.PositiveInfinity, 1 }), "The weight of sample 0 is Infinity.");
        Dataset columns = Dataset.FromColumns(new DataColumn("policy", new[] { 0, 1 }));
        Assert.Contains("DataColumn.OfWeights", Assert.Throws<InvalidOperationException>(() => columns.WithWeights(new float[2])).Message);
    }

    private static Dataset Numbered(int count) =>
        Dataset.FromLabels(Enumerable.Range(0, count).Select(i => (float)i).ToArray(), Enumerable.Range(0, count).ToArray(), 1);

    private static void Says(Action action, params string[] parts)
    {
        string message = Assert.Throws<ArgumentException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
