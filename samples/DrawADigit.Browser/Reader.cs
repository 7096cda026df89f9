using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using DslNet;
using HandwrittenDigits;

namespace DrawADigit;

/// <summary>What the page calls.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Reader
{
    private static readonly DigitNet s_net = Load();

    /// <summary>Reads a digit.</summary>
    /// <returns>The probabilities, and behind them what each filter of the first layer sees.</returns>
    [JSExport]
    internal static double[] Read(double[] pixels)
    {
        Reading reading = Reading.Of(s_net, [.. pixels.Select(pixel => (float)pixel)]);
        return [.. reading.Probabilities.Concat(reading.Seen.SelectMany(seen => seen)).Select(value => (double)value)];
    }

    private static DigitNet Load()
    {
        using Stream file = typeof(Reader).Assembly.GetManifestResourceStream("digits.safetensors")!;
        return Network.Load<DigitNet>(file);
    }
}
