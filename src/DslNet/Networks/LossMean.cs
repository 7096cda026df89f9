using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The mean that a loss of labels is: over the samples that are not left out, each of which counts as its class does. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LossMean
{
    /// <summary>How many labels are not left out.</summary>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="ignored">The label of samples that are left out.</param>
    public static double Counted(ReadOnlySpan<int> labels, int ignored) => labels.Length - labels.Count(ignored);

    /// <summary>The sum of the weights of their classes, in the order of the labels.</summary>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="ignored">The label of samples that are left out.</param>
    /// <param name="weights">A weight for each class.</param>
    public static double Counted(ReadOnlySpan<int> labels, int ignored, ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (int label in labels)
        {
            // They are the caller's memory, which another thread may change meanwhile.
            if (label != ignored && (uint)label < (uint)weights.Length)
                sum += weights[label];
        }

        return sum;
    }

    /// <summary>How many samples there are, each counted as its weight; all alike where there are no weights.</summary>
    internal static double Counted(int count, ReadOnlySpan<float> weights)
    {
        if (weights.IsEmpty)
            return count;
        double sum = 0;
        foreach (float weight in weights)
            sum += weight;
        return sum;
    }

    /// <summary>What gradients are multiplied by. Where nothing counts there is nothing to learn.</summary>
    public static float Scale(double counted) => counted == 0 ? 0 : (float)(1.0 / counted);

    /// <summary>The mean loss; zero where nothing counts.</summary>
    public static double Of(double sum, double counted) => counted == 0 ? 0 : sum / counted;
}
