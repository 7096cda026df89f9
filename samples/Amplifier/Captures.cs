using System.IO.Compression;
using DslNet.Audio;

namespace Amplifiers;

/// <summary>The captures that come with the sample.</summary>
internal static class Captures
{
    /// <summary>Reads one.</summary>
    /// <param name="name">A2, lstm or wavenet.</param>
    public static NamFile Own(string name) => NamFile.Parse(Text(name));

    /// <summary>The text of one.</summary>
    public static byte[] Text(string name)
    {
        using Stream packed = typeof(Captures).Assembly.GetManifestResourceStream($"{name}.nam.gz")!;
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        using MemoryStream text = new();
        unpacked.CopyTo(text);
        return text.ToArray();
    }
}
