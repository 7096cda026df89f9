namespace DslNet;

/// <summary>What a threshold makes of two classes: samples are predicted positive whose score is at least as large.</summary>
/// <param name="FalsePositiveRate">The fraction of the negative samples that is predicted positive; NaN if there are none.</param>
/// <param name="TruePositiveRate">The fraction of the positive samples that is predicted positive, the recall; NaN if there are none.</param>
/// <param name="Threshold">The threshold; +∞ where nothing is predicted positive.</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, double Threshold)
{
    /// <summary>One line; <c>-</c> for a rate that is not defined.</summary>
    public override string ToString() =>
        $"threshold {MeasureText.OfThreshold(Threshold)}: true positive rate {MeasureText.Of(TruePositiveRate)}, false positive rate {MeasureText.Of(FalsePositiveRate)}";
}
