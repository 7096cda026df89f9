using System.IO.Compression;
using System.Runtime.InteropServices;

namespace DslNet.Audio.Tests.Harness;

/// <summary>Test signals, and what the reference puts out for them.</summary>
internal static class Probe
{
    /// <summary>What the reference's own builds differ by is below a tenth of this.</summary>
    public const float Tolerance = 1e-5f;

    public static float[] Input { get; } = ReadInput();

    public static float[] Expected(string name) => MemoryMarshal.Cast<byte, float>(Unpack(name + ".f32.gz")).ToArray();

    /// <summary>The largest difference of two signals.</summary>
    public static float Difference(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        float largest = 0;
        for (int i = 0; i < actual.Length; i++)
            largest = float.IsNaN(actual[i]) ? float.PositiveInfinity : Math.Max(largest, Math.Abs(actual[i] - expected[i]));
        return largest;
    }

    private static float[] ReadInput()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Unpack("probe.wav.gz"));
            WaveFile wave = WaveFile.Read(path);
            Assert.Equal((48_000, 1, 24_000), (wave.SampleRate, wave.Channels, wave.Samples.Length));
            return wave.Samples;
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static byte[] Unpack(string name)
    {
        using Stream packed = typeof(Probe).Assembly.GetManifestResourceStream(name)!;
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
