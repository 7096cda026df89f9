using System.IO.Compression;

namespace DslNet.Samples.Tests.Fashion;

/// <summary>Writes idx files, right ones and broken ones.</summary>
internal static class IdxBytes
{
    /// <summary>A file of bytes with the given axes and elements.</summary>
    public static byte[] File(ReadOnlySpan<byte> axes, ReadOnlySpan<byte> elements)
    {
        List<byte> bytes = [0, 0, 8, (byte)axes.Length];
        foreach (byte axis in axes)
            bytes.AddRange([0, 0, 0, axis]);
        bytes.AddRange(elements);
        return [.. bytes];
    }

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
