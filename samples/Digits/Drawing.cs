using System.Globalization;
using System.Text;
using DslNet;

namespace HandwrittenDigits;

/// <summary>Digits as text.</summary>
internal static class Drawing
{
    /// <summary>From white to black.</summary>
    private const string Shades = " .:-=+*#%@";

    private const string Gap = "   ";

    /// <summary>Draws digits side by side, with what each is and what it was taken for below.</summary>
    public static string Draw(INetwork network, Dataset digits, IReadOnlyList<int> samples)
    {
        var text = new StringBuilder();
        for (int row = 0; row < Digits.Side; row++)
        {
            foreach (int sample in samples)
            {
                foreach (float pixel in digits.Input(sample).Slice(row * Digits.Side, Digits.Side))
                    text.Append(Shade(pixel), 2); // A character is about twice as high as wide.
                text.Append(Gap);
            }

            EndLine(text);
        }

        foreach (int sample in samples)
        {
            int predicted = network.PredictClass(digits.Input(sample));
            string caption = string.Create(CultureInfo.InvariantCulture, $"a {digits.Labels.Span[sample]}, predicted {predicted}");
            text.Append(caption.PadRight(2 * Digits.Side)).Append(Gap);
        }

        EndLine(text);
        return text.ToString();
    }

    private static char Shade(float pixel) => Shades[(int)Math.Round(pixel * (Shades.Length - 1))];

    private static void EndLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        text.Append('\n');
    }
}
