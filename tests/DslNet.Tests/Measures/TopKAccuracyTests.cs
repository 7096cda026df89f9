using Xunit;

namespace DslNet.Tests.Measures;

public class TopKAccuracyTests
{
    /// <summary>The example of scikit-learn's top_k_accuracy_score.</summary>
    private static readonly float[] s_scores = [0.5f, 0.2f, 0.2f, 0.3f, 0.4f, 0.2f, 0.2f, 0.4f, 0.3f, 0.7f, 0.2f, 0.1f];
    private static readonly int[] s_labels = [0, 1, 2, 2];

    [Theory, InlineData(1, 0.5), InlineData(2, 0.75), InlineData(3, 1), InlineData(7, 1)]
    public void It_is_that_of_the_documentation(int k, double accuracy) => Assert.Equal(new(k, accuracy), TopKAccuracy.Of(s_scores, s_labels, 3, k));

    [Fact]
    public void Of_equal_scores_the_first_is_the_larger()
    {
        float[] scores = [1, 1, 1, 0, 1, 1];
        Assert.Equal([0.5, 1, 1], ((int[])[1, 2, 3]).Select(k => TopKAccuracy.Of(scores, [0, 2], 3, k).Accuracy));
        Assert.Equal([0.0, 1], ((int[])[1, 2]).Select(k => TopKAccuracy.Of(scores, [1, 2], 3, k).Accuracy));
    }

    [Fact]
    public void What_is_of_no_class_is_left_out_and_what_is_NaN_is_wrong()
    {
        Assert.Equal(0.75, TopKAccuracy.Of([.. s_scores, 1, 2, 3], [.. s_labels, -100], 3, 2).Accuracy);
        Assert.Equal(0.6, TopKAccuracy.Of([.. s_scores, 1, float.NaN, 3], [.. s_labels, 2], 3, 2).Accuracy, 1e-12);
        Assert.Equal(0, TopKAccuracy.Of([1, float.NaN, 3], [2], 3, 3).Accuracy);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Equal("k", Assert.Throws<ArgumentOutOfRangeException>(() => TopKAccuracy.Of(s_scores, s_labels, 3, 0)).ParamName);
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => TopKAccuracy.Of(s_scores, s_labels, 2, 1)).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => TopKAccuracy.Of([1, 2], [2], 2, 1)).ParamName);
    }

    [Fact]
    public void It_is_a_few_words() => Assert.Equal("top-2 accuracy 0.7500", TopKAccuracy.Of(s_scores, s_labels, 3, 2).ToString());
}
