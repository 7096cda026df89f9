using System.Globalization;
using System.IO.Compression;
using DslNet;

namespace HandwrittenDigits;

/// <summary>The 1,797 real handwritten digits that are embedded in this program (see digits.NOTICE.md).</summary>
internal static class Digits
{
    /// <summary>The height and the width of a digit.</summary>
    public const int Side = 8;

    /// <summary>How many digits are there to be learned; the other 360 are kept for the test.</summary>
    public const int TrainingCount = 1437;

    /// <summary>The darkest pixel.</summary>
    private const float Darkest = 16;

    /// <summary>Divides the digits at random into those to learn from and those to be tested with.</summary>
    /// <param name="seed">The same seed gives the same division on every machine.</param>
    public static (Dataset Train, Dataset Test) Load(int seed) => LoadAll().Split(TrainingCount, seed);

    /// <summary>All digits in the order of the file, pixels from 0 to 1.</summary>
    public static Dataset LoadAll()
    {
        List<float> pixels = [];
        List<int> labels = [];
        using Stream resource = typeof(Digits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            int[] numbers = [.. line.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
            pixels.AddRange(numbers[..^1].Select(number => number / Darkest));
            labels.Add(numbers[^1]);
        }

        return Dataset.FromLabels(pixels.ToArray(), labels.ToArray(), Side * Side);
    }
}
