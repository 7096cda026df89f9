using System.Globalization;

namespace DslNet;

/// <summary>Measures as text that is the same in every culture.</summary>
internal static class MeasureText
{
    /// <summary>A fraction with three digits; <c>-</c> for one that is not defined.</summary>
    public static string Of(double fraction) => double.IsNaN(fraction) ? "-" : fraction.ToString("F3", CultureInfo.InvariantCulture);
}
