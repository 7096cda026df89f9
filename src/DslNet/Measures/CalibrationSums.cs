using System.Collections.Immutable;

namespace DslNet;

/// <summary>Sums over bins of equal width.</summary>
internal sealed class CalibrationSums
{
    private readonly (int Count, double Predicted, int Observed)[] _bins;

    public CalibrationSums(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        _bins = new (int, double, int)[bins];
    }

    public void Add(float probability, bool cameTrue)
    {
        ref (int Count, double Predicted, int Observed) bin = ref _bins[BinOf(probability)];
        bin.Count++;
        bin.Predicted += probability;
        bin.Observed += cameTrue ? 1 : 0;
    }

    public ImmutableArray<CalibrationBin> Bins() =>
        [.. _bins.Select((bin, i) => new CalibrationBin(Bound(i), Bound(i + 1), bin.Count, bin.Predicted / bin.Count, (double)bin.Observed / bin.Count))];

    private double Bound(int bin) => (double)bin / _bins.Length;

    /// <summary>The product may round to the other side of a bound, which is decided by the bound itself.</summary>
    private int BinOf(double probability)
    {
        int bin = Math.Min((int)(probability * _bins.Length), _bins.Length - 1);
        while (bin > 0 && probability <= Bound(bin))
            bin--;
        while (probability > Bound(bin + 1))
            bin++;
        return bin;
    }
}
