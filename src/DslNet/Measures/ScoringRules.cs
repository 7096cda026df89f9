namespace DslNet;

/// <summary>Strictly proper scoring rules: measures of probabilities that are least where these are the true ones.</summary>
public static class ScoringRules
{
    /// <summary>2⁻²³, the distance of floats at 1. What is less likely counts as this, and what is likelier as 1 less this.</summary>
    private const double Least = 1.0 / (1 << 23);

    /// <summary>The log loss of two classes: the mean of −ln p of what came true.</summary>
    /// <remarks>
    /// scikit-learn's <c>log_loss</c>. As there, probabilities are first brought to 2⁻²³ … 1 − 2⁻²³, for floats, so that a certain mistake costs 15.9 and not infinitely much.
    /// Source: I. J. Good, <em>Rational decisions</em> (1952).
    /// </remarks>
    /// <param name="probabilities">The probability, for each sample, that it is positive.</param>
    /// <param name="labels">1 for each sample that is positive, 0 for each that is not.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is neither 0 nor 1.</exception>
    public static double LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels)
    {
        ClassSamples.Check(probabilities, labels);
        ClassSamples.CheckProbabilities(probabilities, 1);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
            sum -= LogOf(labels[i] == ClassSamples.Positive ? probabilities[i] : 1 - (double)probabilities[i]);
        return sum / labels.Length;
    }

    /// <summary>The log loss of several classes: the mean of −ln p of the class that each sample is of.</summary>
    /// <remarks>As of two classes. The probabilities of a sample are taken as they are, whatever their sum.</remarks>
    /// <param name="probabilities">samples × classes: the probability of each class.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public static double LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
    {
        CheckClasses(probabilities, labels, classes);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
            sum -= labels[i] < 0 ? 0 : LogOf(probabilities[i * classes + labels[i]]);
        return sum / CountOfClass(labels);
    }

    /// <summary>The Brier score of two classes: the mean of (p − y)², of the probability that a sample is positive and 1 or 0 as it is or not.</summary>
    /// <remarks>scikit-learn's <c>brier_score_loss</c>. Source: G. W. Brier, <em>Verification of forecasts expressed in terms of probability</em> (1950).</remarks>
    /// <param name="probabilities">The probability, for each sample, that it is positive.</param>
    /// <param name="labels">1 for each sample that is positive, 0 for each that is not.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is neither 0 nor 1.</exception>
    public static double Brier(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels)
    {
        ClassSamples.Check(probabilities, labels);
        ClassSamples.CheckProbabilities(probabilities, 1);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
            sum += Square((double)probabilities[i] - labels[i]);
        return sum / labels.Length;
    }

    /// <summary>The Brier score of several classes: the mean of Σ (pₖ − yₖ)² over the classes, where yₖ is 1 for the class that a sample is of and 0 for others.</summary>
    /// <remarks>From 0 to 2, as Brier defined it and scikit-learn's <c>brier_score_loss</c> has it of a matrix of probabilities. With two classes it is twice that of the positive one.</remarks>
    /// <param name="probabilities">samples × classes: the probability of each class.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public static double Brier(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
    {
        CheckClasses(probabilities, labels, classes);
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            int label = labels[i / classes];
            sum += label < 0 ? 0 : Square(probabilities[i] - (i % classes == label ? 1.0 : 0));
        }

        return sum / CountOfClass(labels);
    }

    private static void CheckClasses(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
    {
        ClassSamples.Check(probabilities, labels, classes);
        ClassSamples.CheckProbabilities(probabilities, classes);
    }

    private static int CountOfClass(ReadOnlySpan<int> labels)
    {
        int count = 0;
        foreach (int label in labels)
            count += label < 0 ? 0 : 1;
        return count;
    }

    private static double LogOf(double probability) => Math.Log(Math.Clamp(probability, Least, 1 - Least));

    private static double Square(double value) => value * value;
}
