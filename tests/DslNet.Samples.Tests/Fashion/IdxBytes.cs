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

    /// <summary>Writes one part of a dataset of 28×28 images, of the ten classes by turns, each of one grey.</summary>
    public static void WriteImages(string folder, string part, byte images)
    {
        byte[] pixels = [.. Enumerable.Range(0, images * 28 * 28).Select(i => (byte)(i / (28 * 28) % 10 * 25))];
        byte[] labels = [.. Enumerable.Range(0, images).Select(i => (byte)(i % 10))];
        System.IO.File.WriteAllBytes(Path.Combine(folder, part + "-images-idx3-ubyte.gz"), Compress(File([images, 28, 28], pixels)));
        System.IO.File.WriteAllBytes(Path.Combine(folder, part + "-labels-idx1-ubyte.gz"), Compress(File([images], labels)));
    }

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
