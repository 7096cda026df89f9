using System.Globalization;

namespace DslNet;

/// <summary>Measures as text that is the same in every culture.</summary>
internal static class MeasureText
{
    /// <summary>A fraction with three digits; <c>-</c> for one that is not defined.</summary>
    public static string Of(double fraction) => double.IsNaN(fraction) ? "-" : fraction.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A threshold as it is, since the next may be close; ∞ for one above all scores.</summary>
    public static string OfThreshold(double threshold) => double.IsFinite(threshold) ? threshold.ToString("G6", CultureInfo.InvariantCulture) : "∞";
}
