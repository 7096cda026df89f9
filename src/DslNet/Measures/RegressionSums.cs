using System.Collections.Immutable;

namespace DslNet;

/// <summary>
/// Sums over samples that measures of a regression follow from, of any number of outputs, in double precision. Samples may come in parts.
/// </summary>
/// <remarks>
/// The sum of squares around the mean target is brought up to date with each sample, since the mean is not known before the last. Source: D. H. D. West, <em>Updating mean and variance
/// estimates: an improved method</em> (1979). Of equal targets it stays exactly 0.
/// </remarks>
internal sealed class RegressionSums(int outputs)
{
    private readonly OutputSums[] _sums = new OutputSums[outputs];
    private double _weight;
    private long _count;

    public void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default)
    {
        for (int start = 0; start < predictions.Length; start += _sums.Length)
        {
            double weight = weights.IsEmpty ? 1 : weights[start / _sums.Length];
            _count++;
            if (weight == 0)
                continue;
            _weight += weight;
            double share = weight / _weight;
            for (int i = 0; i < _sums.Length; i++)
                _sums[i].Add(predictions[start + i], targets[start + i], weight, share);
        }
    }

    public RegressionMeasures Measures()
    {
        ImmutableArray<RegressionMeasures> each = [.. _sums.Select(sum => sum.Measures(_count, _weight))];
        return each.Length == 1 ? each[0] : new(
            _count,
            each.Average(one => one.MeanAbsoluteError),
            each.Average(one => one.MeanSquaredError),
            each.Average(one => one.RootMeanSquaredError),
            each.Average(one => one.R2))
        { Outputs = each };
    }

    private struct OutputSums
    {
        private double _absolute, _squared, _meanTarget, _aroundMean;

        /// <param name="prediction">What was predicted.</param>
        /// <param name="target">What it should be.</param>
        /// <param name="weight">How much the sample counts.</param>
        /// <param name="share">That of all samples so far.</param>
        public void Add(double prediction, double target, double weight, double share)
        {
            double error = prediction - target, fromMean = target - _meanTarget;
            _absolute += weight * Math.Abs(error);
            _squared += weight * error * error;
            _meanTarget += share * fromMean;
            _aroundMean += weight * fromMean * (target - _meanTarget);
        }

        public readonly RegressionMeasures Measures(long count, double weight) =>
            new(count, _absolute / weight, _squared / weight, Math.Sqrt(_squared / weight), count < 2 ? double.NaN : R2);

        /// <summary>NaN goes through.</summary>
        private readonly double R2 => _aroundMean != 0 ? 1 - _squared / _aroundMean : _squared > 0 ? 0 : 1 - _squared;
    }
}
