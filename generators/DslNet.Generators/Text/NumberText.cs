using System.Globalization;

namespace DslNet.Generators.Text;

/// <summary>Numbers as messages and declarations show them, whatever the machine's language.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same float. (The default format differs between compiler hosts.)</summary>
    public static string Of(float value)
    {
        for (int digits = 6; digits < 9; digits++)
        {
            string text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float read) && read == value)
                return text;
        }

        return value.ToString("G9", CultureInfo.InvariantCulture);
    }

    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string Of(double value)
    {
        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double read) && read == value
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>An integer as C# writes it.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An integer for the eye: 1,024.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things for the eye: 1 parameter, 1,024 parameters.</summary>
    public static string Counted(long value, string one) => Grouped(value) + " " + Noun(value, one);

    /// <summary>A number of things in rows and columns: 3×4 taps, or of one row 5 taps.</summary>
    public static string Counted(int rows, int columns, string one) => rows == 1 ? Counted(columns, one) : $"{Of(rows)}×{Of(columns)} {one}s";

    /// <summary>The noun alone.</summary>
    public static string Noun(long value, string one) => value == 1 ? one : one + "s";
}
