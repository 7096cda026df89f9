namespace DslNet.Search;

/// <summary>How much trials count in a density, the oldest first: the last 25 fully, those before less and less; and the prior as much as one of them.</summary>
internal static class TrialWeights
{
    private const int Full = 25;

    /// <summary>The weights, that of the prior last; their sum is one.</summary>
    public static double[] Of(int trials)
    {
        double[] weights = new double[trials + 1];
        int old = Math.Max(0, trials - Full);
        for (int i = 0; i < trials; i++)
            weights[i] = i >= old ? 1 : old == 1 ? 1.0 / trials : 1.0 / trials + i * (1 - 1.0 / trials) / (old - 1);
        weights[trials] = 1;
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Which of several is drawn.</summary>
    public static int Draw(double[] weights, double uniform)
    {
        int i = 0;
        while (i < weights.Length - 1 && uniform >= weights[i])
            uniform -= weights[i++];
        return i;
    }
}
