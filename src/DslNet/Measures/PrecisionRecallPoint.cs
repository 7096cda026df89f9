namespace DslNet;

/// <summary>What a threshold makes of two classes: samples are predicted positive whose score is at least as large.</summary>
/// <param name="Precision">Of what is predicted positive, the fraction that is; 1 where nothing is.</param>
/// <param name="Recall">The fraction of the positive samples that is predicted positive.</param>
/// <param name="Threshold">The threshold; +∞ where nothing is predicted positive.</param>
public readonly record struct PrecisionRecallPoint(double Precision, double Recall, double Threshold)
{
    /// <summary>The harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>One line.</summary>
    public override string ToString() => $"threshold {MeasureText.OfThreshold(Threshold)}: precision {MeasureText.Of(Precision)}, recall {MeasureText.Of(Recall)}";
}
