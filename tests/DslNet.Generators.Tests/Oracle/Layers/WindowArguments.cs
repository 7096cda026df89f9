using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>How windows are written in attributes.</summary>
internal static class WindowArguments
{
    public static IEnumerable<string> Of(int height, int width, int? stride, int padding, bool ceil = false) => Of([height, width], stride, padding, ceil);

    public static IEnumerable<string> Of(int[] window, int? stride, int padding, bool ceil = false)
    {
        foreach (int side in window.Distinct().Count() == 1 ? window[..1] : window)
            yield return Text(side);
        if (stride is { } given)
            yield return "Stride = " + Text(given);
        if (padding != 0)
            yield return "Padding = " + (padding == WindowRange.Same ? "Padding.Same" : Text(padding));
        if (ceil)
            yield return "CeilMode = true";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
