using Xunit;

namespace DslNet.Tests.Measures;

/// <summary>Log loss and Brier score: values of scikit-learn's documentation, or of scikit-learn 1.2.1 where nothing else is said.</summary>
public class ScoringRuleTests
{
    private const double Near = 1e-7;

    private static readonly float[] s_ofClasses = [0.7f, 0.2f, 0.1f, 0.4f, 0.3f, 0.3f, 0.1f, 0.8f, 0.1f, 0.2f, 0.3f, 0.5f, 0.4f, 0.4f, 0.2f, 0.1f, 0.2f, 0.7f];
    private static readonly int[] s_classes = [0, 0, 1, 1, 2, 2];

    /// <summary>The example of log_loss, where spam is positive and comes second.</summary>
    [Fact]
    public void The_log_loss_is_that_of_the_documentation()
    {
        Assert.Equal(0.216161874680579, ScoringRules.LogLoss([0.9f, 0.1f, 0.2f, 0.65f], [1, 0, 0, 1]), Near);
        Assert.Equal(0.216161874680579, ScoringRules.LogLoss([0.1f, 0.9f, 0.9f, 0.1f, 0.8f, 0.2f, 0.35f, 0.65f], [1, 0, 0, 1], 2), Near);
        Assert.Equal(0.777699147970978, ScoringRules.LogLoss(s_ofClasses, s_classes, 3), Near);
        Assert.Equal(0.777699147970978, ScoringRules.LogLoss([.. s_ofClasses, 0, 0, 1], [.. s_classes, -100], 3), Near);
    }

    /// <summary>As scikit-learn of float32; (ln 2²³ − ln(1 − 2⁻²³)) / 2.</summary>
    [Fact]
    public void A_certain_mistake_costs_a_finite_loss()
    {
        Assert.Equal(7.97119263604402, ScoringRules.LogLoss([0, 1], [1, 1]), 1e-12);
        Assert.Equal(7.97119263604402, ScoringRules.LogLoss([1, 0, 0, 1], [1, 1], 2), 1e-12);
        Assert.Equal(0.346573649884621, ScoringRules.LogLoss([0, 0.5f], [0, 1]), 1e-12);
    }

    /// <summary>The example of brier_score_loss; of several classes by hand, of scikit-learn's formula.</summary>
    [Fact]
    public void The_Brier_score_is_that_of_the_documentation()
    {
        Assert.Equal(0.0375, ScoringRules.Brier([0.1f, 0.9f, 0.8f, 0.3f], [0, 1, 1, 0]), Near);
        Assert.Equal(2 * 0.0375, ScoringRules.Brier([0.9f, 0.1f, 0.1f, 0.9f, 0.2f, 0.8f, 0.7f, 0.3f], [0, 1, 1, 0], 2), Near);
        Assert.Equal(0.436666666666667, ScoringRules.Brier(s_ofClasses, s_classes, 3), Near);
        Assert.Equal(0.436666666666667, ScoringRules.Brier([.. s_ofClasses, 0, 0, 1], [.. s_classes, -1], 3), Near);
        Assert.Equal((0, 2), (ScoringRules.Brier([1, 0], [0], 2), ScoringRules.Brier([1, 0], [1], 2)));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => ScoringRules.LogLoss([2], [1])).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => ScoringRules.Brier([2], [1])).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => ScoringRules.LogLoss([2, 1], [1], 2)).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => ScoringRules.Brier([0.5f], [1], 2)).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => ScoringRules.Brier([0.5f], [2])).ParamName);
    }
}
