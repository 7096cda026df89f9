using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>Refuses samples whose scores, labels and weights do not fit together, and sorts out those of one class.</summary>
internal static class ClassSamples
{
    public const int Negative = 0, Positive = 1;

    /// <summary>Of two classes: a score and a label, 0 or 1, for each sample.</summary>
    public static void Check(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights = default, [CallerArgumentExpression(nameof(scores))] string argument = "")
    {
        if (scores.Length != labels.Length)
            throw new ArgumentException($"There {Counted.Are(scores.Length)} {Counted.Text(scores.Length, "score")} but {Counted.Text(labels.Length, "label")}. Give a score and a label for each sample.", nameof(labels));
        if (labels.IsEmpty)
            throw new ArgumentException("There are 0 samples. Give at least 1.", nameof(labels));
        if (labels.IndexOfAnyExceptInRange(Negative, Positive) is var wrong and >= 0)
            throw new ArgumentException($"Sample {wrong} has the label {labels[wrong]}. Give 1 to samples of the class and 0 to the others; of more classes, OfClass or OfClasses takes the labels as they are.", nameof(labels));
        CheckFinite(scores, 1, argument);
        CheckWeights(labels.Length, weights);
    }

    /// <summary>Of several classes: a score for each class, and a label, for each sample. Those with a label below zero are of no class.</summary>
    public static void Check(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, [CallerArgumentExpression(nameof(scores))] string argument = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (scores.Length != (long)labels.Length * classes)
        {
            throw new ArgumentException(
                $"{Counted.Text(labels.Length, "label")} {Counted.Need(labels.Length)} {Counted.Text((long)labels.Length * classes, "score")} of {classes} per sample, but {scores.Length} {Counted.Were(scores.Length)} given. Give a score for each class of each sample.",
                argument);
        }

        if (!labels.ContainsAnyInRange(0, int.MaxValue))
            throw new ArgumentException("There are 0 samples of a class. Give at least 1.", nameof(labels));
        int wrong = labels.IndexOfAnyInRange(classes, int.MaxValue);
        if (wrong >= 0)
            throw new ArgumentException($"There {Counted.Are(classes)} {Counted.Text(classes, "class", "classes")}, 0 to {classes - 1}, but sample {wrong} has the label {labels[wrong]}. Correct the label, or give −1 to samples that are of no class.", nameof(labels));
    }

    public static void CheckFinite(ReadOnlySpan<float> scores, int classes, string argument = "scores")
    {
        int wrong = ValueSearch.IndexOfNotFinite(scores);
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant($"A score of sample {wrong / classes} is {scores[wrong]}. Give finite scores."), argument);
    }

    public static void CheckProbabilities(ReadOnlySpan<float> probabilities, int classes)
    {
        int wrong = ValueSearch.IndexOutside(probabilities, 0, 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A probability of sample {wrong / classes} is {probabilities[wrong]}. Give probabilities, from 0 to 1, as PredictProbabilities does; outputs may be logits."),
                nameof(probabilities));
        }
    }

    public static void CheckWeights(int samples, ReadOnlySpan<float> weights)
    {
        if (weights.IsEmpty)
            return;
        if (weights.Length != samples)
            throw new ArgumentException($"There {Counted.Are(samples)} {Counted.Text(samples, "sample")} but {Counted.Text(weights.Length, "weight")}. Give one weight for each sample, or none.", nameof(weights));
        int wrong = ValueSearch.IndexOutside(weights, 0, float.MaxValue);
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant($"The weight of sample {wrong} is {weights[wrong]}. Give each sample a finite weight of at least 0."), nameof(weights));
    }

    /// <summary>One class against all others: its scores, and whether samples are of it.</summary>
    public static (float[] Scores, int[] Labels) OfClass(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, int @class)
    {
        Check(scores, labels, classes);
        CheckFinite(scores, classes);
        if ((uint)@class >= (uint)classes)
            throw new ArgumentOutOfRangeException(nameof(@class), @class, $"There {Counted.Are(classes)} {Counted.Text(classes, "class", "classes")}, counted from zero.");
        List<float> ofClass = new(labels.Length);
        List<int> isOfClass = new(labels.Length);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
                continue;
            ofClass.Add(scores[i * classes + @class]);
            isOfClass.Add(labels[i] == @class ? Positive : Negative);
        }

        return ([.. ofClass], [.. isOfClass]);
    }
}
