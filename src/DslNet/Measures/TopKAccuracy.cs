namespace DslNet;

/// <summary>How often the class of a sample is among the k classes with the largest outputs.</summary>
/// <param name="K">How many classes are looked at.</param>
/// <param name="Accuracy">The fraction of samples whose class is among them; NaN without samples.</param>
/// <remarks>
/// Of equal outputs the first counts as the larger one, as in <c>PredictClass</c>, so that top-1 is the accuracy; scikit-learn's <c>top_k_accuracy_score</c>
/// prefers the last. A sample with an output that is NaN counts as wrong.
/// </remarks>
public readonly record struct TopKAccuracy(int K, double Accuracy)
{
    /// <summary>Measures scores of classes.</summary>
    /// <param name="scores">samples × classes: a score for each class, such as a network's outputs.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="k">How many classes are looked at. With as many as there are, every sample is right.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or none is looked at.</exception>
    public static TopKAccuracy Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ClassSamples.Check(scores, labels, classes);
        var counts = new TopKCounts([k]);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                counts.Add(scores.Slice(i * classes, classes), labels[i]);
        }

        return counts.Accuracies()[0];
    }

    /// <summary>A few words: k and the fraction.</summary>
    public override string ToString() => FormattableString.Invariant($"top-{K} accuracy {Accuracy:F4}");
}
