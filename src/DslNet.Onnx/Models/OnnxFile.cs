using System.Globalization;
using System.Security.Cryptography;
using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Models;

/// <summary>A file, with the files beside it that have its tensors' data.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Sha256">Its SHA-256 in small hexadecimal digits.</param>
/// <param name="Model">What it says.</param>
internal sealed record OnnxFile(string Path, string Sha256, OnnxModel Model)
{
    /// <summary>Reads a file whole.</summary>
    public static OnnxFile Read(string path)
    {
        byte[] bytes = ReadAll(path);
        OnnxModel model = OnnxModelReader.Read(bytes);
        ExternalData external = new(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        return new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), model with
        {
            Graph = external.Resolve(model.Graph),
        });
    }

    private static byte[] ReadAll(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder. Give the name of a file in it.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (!stream.CanSeek)
            throw new OnnxException($"{path} is no ordinary file. Copy what it gives into one.");
        if (stream.Length > OnnxLimits.FileLength)
        {
            throw new OnnxException(string.Create(
                CultureInfo.InvariantCulture, $"{path} has {stream.Length:N0} bytes; {OnnxLimits.FileLength:N0} are read. DslNet is for small networks, whose code is unrolled."));
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
