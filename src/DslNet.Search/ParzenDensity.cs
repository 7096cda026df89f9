namespace DslNet.Search;

/// <summary>
/// A normal distribution around each point, as wide as the gap to its neighbours, and a wide one over the whole range, all cut off at the range's ends.
/// </summary>
internal sealed class ParzenDensity : IDensity
{
    private const int NarrowestParts = 100;

    private readonly double[] _means, _deviations, _weights, _masses;
    private readonly double _low, _high;

    /// <param name="points">The points, the oldest first.</param>
    /// <param name="low">The range's beginning.</param>
    /// <param name="high">Its end.</param>
    public ParzenDensity(double[] points, double low, double high)
    {
        (_low, _high) = (low, high);
        _means = [.. points, (low + high) / 2];
        _weights = TrialWeights.Of(points.Length);
        _deviations = Deviations(_means, low, high);
        _masses = [.. _means.Select((mean, i) => Normal.Cumulative((high - mean) / _deviations[i]) - Normal.Cumulative((low - mean) / _deviations[i]))];
    }

    public double Draw(SampleStream random)
    {
        int kernel = TrialWeights.Draw(_weights, random.Next());

        // By rejection: a mean is within the range, so that at least a part of each kernel is.
        for (int i = 0; i < 1000; i++)
        {
            double point = _means[kernel] + _deviations[kernel] * Normal.Draw(random);
            if (point >= _low && point <= _high)
                return point;
        }

        return _means[kernel];
    }

    public double Log(double point)
    {
        double sum = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double z = (point - _means[i]) / _deviations[i];
            sum += _weights[i] * Math.Exp(-0.5 * z * z) / (_deviations[i] * Math.Sqrt(2 * Math.PI) * _masses[i]);
        }

        return Math.Log(sum);
    }

    private static double[] Deviations(double[] means, double low, double high)
    {
        int[] order = [.. Enumerable.Range(0, means.Length).OrderBy(i => means[i])];
        double range = high - low, least = range / Math.Min(NarrowestParts, 1.0 + means.Length);
        double[] deviations = new double[means.Length];
        for (int at = 0; at < order.Length; at++)
        {
            // The range's ends are no neighbours, but where there is none on the other side either.
            double here = means[order[at]];
            double left = at > 0 ? here - means[order[at - 1]] : order.Length > 1 ? 0 : here - low, right = at + 1 < order.Length ? means[order[at + 1]] - here : order.Length > 1 ? 0 : high - here;
            deviations[order[at]] = Math.Clamp(Math.Max(left, right), least, range);
        }

        deviations[^1] = range;
        return deviations;
    }
}
