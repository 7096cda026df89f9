namespace DslNet;

/// <summary>The samples whose predicted probability is above one bound and at most another.</summary>
/// <param name="Lower">The bound below, which is not part of the bin, but for 0.</param>
/// <param name="Upper">The bound above, which is part of it.</param>
/// <param name="Count">How many samples there are.</param>
/// <param name="Predicted">The mean of their predicted probabilities; NaN without samples.</param>
/// <param name="Observed">The fraction of them that came true; NaN without samples.</param>
public readonly record struct CalibrationBin(double Lower, double Upper, int Count, double Predicted, double Observed)
{
    /// <summary>How far what came true is from what was predicted; NaN without samples.</summary>
    public double Error => Math.Abs(Observed - Predicted);

    /// <summary>One line; <c>-</c> for what is not defined.</summary>
    public override string ToString() =>
        $"{MeasureText.Of(Lower)} – {MeasureText.Of(Upper)}: {Counted.Text(Count, "sample")}, predicted {MeasureText.Of(Predicted)}, observed {MeasureText.Of(Observed)}";
}
