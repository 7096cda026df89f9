using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>The mean that a loss is: over the samples, each of which counts as its weight says and, of labels, as its class does. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LossMean
{
    /// <summary>How many samples there are, each counted as its weight, in their order.</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="weights">A weight for each sample; all count alike where there are none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Counted(int count, ReadOnlySpan<float> weights) => weights.IsEmpty ? count : Sum(weights);

    /// <summary>How many labels are not left out, each counted as the weight of its sample, in their order.</summary>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="weights">A weight for each sample; all count alike where there are none.</param>
    /// <param name="ignored">The label of samples that are left out.</param>
    public static double Counted(ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int ignored)
    {
        if (weights.IsEmpty)
            return labels.Length - labels.Count(ignored);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != ignored)
                sum += weights[i];
        }

        return sum;
    }

    /// <summary>The same, each counted as its class too.</summary>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="weights">A weight for each sample; all count alike where there are none.</param>
    /// <param name="ignored">The label of samples that are left out.</param>
    /// <param name="classes">A weight for each class.</param>
    public static double Counted(ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int ignored, ReadOnlySpan<float> classes)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            // They are the caller's memory, which another thread may change meanwhile.
            int label = labels[i];
            if (label != ignored && (uint)label < (uint)classes.Length)
                sum += (weights.IsEmpty ? 1.0 : weights[i]) * classes[label];
        }

        return sum;
    }

    /// <summary>How many outputs of sequences there are, each counted as its weight, in their order.</summary>
    /// <param name="runs">Which outputs count.</param>
    /// <param name="weights">A weight for each output; all count alike where there are none.</param>
    public static double Counted(OutputRuns runs, ReadOnlySpan<float> weights)
    {
        double sum = 0;
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            sum += Counted(length, Part(weights, first, length));
        }

        return sum;
    }

    /// <summary>How many labels of sequences are not left out, each counted as the weight of its output, in their order.</summary>
    /// <param name="runs">Which outputs count.</param>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="weights">A weight for each output; all count alike where there are none.</param>
    /// <param name="ignored">The label of outputs that are left out.</param>
    public static double Counted(OutputRuns runs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int ignored)
    {
        double sum = 0;
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            sum += Counted(labels.Slice(first, length), Part(weights, first, length), ignored);
        }

        return sum;
    }

    /// <summary>The same, each counted as its class too.</summary>
    /// <param name="runs">Which outputs count.</param>
    /// <param name="labels">The labels, which were checked.</param>
    /// <param name="weights">A weight for each output; all count alike where there are none.</param>
    /// <param name="ignored">The label of outputs that are left out.</param>
    /// <param name="classes">A weight for each class.</param>
    public static double Counted(OutputRuns runs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int ignored, ReadOnlySpan<float> classes)
    {
        double sum = 0;
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            sum += Counted(labels.Slice(first, length), Part(weights, first, length), ignored, classes);
        }

        return sum;
    }

    /// <summary>What gradients are multiplied by. Where nothing counts there is nothing to learn.</summary>
    public static float Scale(double counted) => counted == 0 ? 0 : (float)(1.0 / counted);

    /// <summary>The mean loss; zero where nothing counts.</summary>
    public static double Of(double sum, double counted) => counted == 0 ? 0 : sum / counted;

    private static ReadOnlySpan<float> Part(ReadOnlySpan<float> weights, int first, int length) => weights.IsEmpty ? default : weights.Slice(first, length);

    private static double Sum(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
            sum += weight;
        return sum;
    }
}
