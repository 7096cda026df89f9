using System.Globalization;

namespace DslNet.Generators.Text;

/// <summary>Values as C# writes them, whatever the culture.</summary>
internal static class Literal
{
    public static string Of(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsInfinity(value) ? value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity"
        : value == 0 && float.IsNegativeInfinity(1 / value) ? "-0f" // of which some hosts of the compiler make 0
        : value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    public static string Of(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsInfinity(value) ? value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : NumberText.Of(value) + "d";

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal, quotes included.</summary>
    public static string Of(string text) => "\"" + string.Concat(text.Select(Escaped)) + "\"";

    /// <summary>A count with thousands separators, for comments.</summary>
    public static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A letter of a literal. What ends a line in C#, or is half of a letter, is written by its number.</summary>
    private static string Escaped(char letter) => letter switch
    {
        '\\' => "\\\\",
        '"' => "\\\"",
        _ when char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
        _ => letter.ToString(),
    };
}
