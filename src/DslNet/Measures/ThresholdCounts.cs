namespace DslNet;

/// <summary>What is predicted positive, and right or wrong, if everything is whose score is a threshold or more.</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="TruePositives">The positive samples among them, each counted as its weight.</param>
/// <param name="FalsePositives">The negative samples among them, each counted as its weight.</param>
internal readonly record struct ThresholdCounts(float Threshold, double TruePositives, double FalsePositives)
{
    /// <summary>For each score that occurs, from the highest to the lowest: samples with equal scores cannot be told apart, and enter together.</summary>
    public static List<ThresholdCounts> Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights)
    {
        ClassSamples.Check(scores, labels, weights);
        float[] sorted = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);

        List<ThresholdCounts> steps = [];
        double truePositives = 0, falsePositives = 0;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            double weight = weights.IsEmpty ? 1 : weights[order[i]];

            // A sample that does not count makes no threshold either.
            if (weight == 0)
                continue;
            if (labels[order[i]] == ClassSamples.Positive)
                truePositives += weight;
            else
                falsePositives += weight;
            ThresholdCounts step = new(sorted[i], truePositives, falsePositives);
            if (steps.Count > 0 && steps[^1].Threshold == step.Threshold)
                steps[^1] = step;
            else
                steps.Add(step);
        }

        return steps.Count > 0 ? steps : throw new ArgumentException("All weights are 0. Give at least one sample a weight above it.", nameof(weights));
    }
}
