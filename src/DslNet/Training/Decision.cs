namespace DslNet;

/// <summary>What a network's outputs say about the class of a sample.</summary>
internal static class Decision
{
    /// <summary>Whether a loss is one of classes.</summary>
    public static bool IsClassifier(Loss loss) => loss is Loss.SoftmaxCrossEntropy or Loss.BinaryCrossEntropy;

    /// <summary>The first of the largest; the beginning if there are only NaNs.</summary>
    public static int ArgMax(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best] || float.IsNaN(scores[best]))
                best = i;
        }

        return float.IsNaN(scores[best]) ? 0 : best;
    }

    /// <summary>Class 1 if its logit makes it likelier than not.</summary>
    public static int OfLogit(float logit) => logit > 0 ? 1 : 0;

    /// <summary>Class 1 if it is likelier than not.</summary>
    public static int OfProbability(float probability) => probability > 0.5f ? 1 : 0;
}
