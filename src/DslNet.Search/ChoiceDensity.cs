namespace DslNet.Search;

/// <summary>How often each choice was made, and each a little besides.</summary>
internal sealed class ChoiceDensity : IDensity
{
    private readonly double[] _probabilities;

    /// <param name="points">The choices that were made, the oldest first.</param>
    /// <param name="choices">How many there are.</param>
    public ChoiceDensity(double[] points, int choices)
    {
        double[] weights = TrialWeights.Of(points.Length);
        double prior = 1.0 / (points.Length + 1), row = 1 + choices * prior;
        _probabilities = new double[choices];
        for (int i = 0; i < points.Length; i++)
        {
            for (int choice = 0; choice < choices; choice++)
                _probabilities[choice] += weights[i] * (prior + (choice == (int)points[i] ? 1 : 0)) / row;
        }

        for (int choice = 0; choice < choices; choice++)
            _probabilities[choice] += weights[^1] / choices;
    }

    public double Draw(SampleStream random) => TrialWeights.Draw(_probabilities, random.Next());

    public double Log(double point) => Math.Log(_probabilities[(int)point]);
}
