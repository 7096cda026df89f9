using System.Globalization;

namespace DslNet;

/// <summary>Counts of things in messages: 1 sample, 2 samples.</summary>
internal static class Counted
{
    /// <summary>A count with its noun.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called, unless an s does.</param>
    public static string Text(long count, string one, string? many = null) => count.ToString(CultureInfo.InvariantCulture) + " " + Noun(count, one, many);

    /// <summary>The noun alone.</summary>
    public static string Noun(long count, string one, string? many = null) => count == 1 ? one : many ?? one + "s";

    public static string Are(long count) => count == 1 ? "is" : "are";

    public static string Were(long count) => count == 1 ? "was" : "were";

    public static string Their(long count) => count == 1 ? "its" : "their";

    public static string Need(long count) => count == 1 ? "needs" : "need";
}
