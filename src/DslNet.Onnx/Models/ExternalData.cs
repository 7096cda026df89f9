using System.Globalization;
using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Models;

/// <summary>The data of tensors in files beside the model. A model may name files below its own folder, and no others.</summary>
/// <param name="folder">The model's folder.</param>
internal sealed class ExternalData(string folder)
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _length;

    /// <summary>A graph with the data of its tensors, and of those of graphs in it.</summary>
    public OnnxGraph Resolve(OnnxGraph graph) => graph with { Initializers = [.. graph.Initializers.Select(Resolve)], Nodes = [.. graph.Nodes.Select(Resolve)] };

    private OnnxNode Resolve(OnnxNode node) => node.Attributes.Values.Any(attribute => attribute.Tensor?.External is not null || attribute.Graph is not null)
        ? node with
        {
            Attributes = node.Attributes.ToDictionary(
                pair => pair.Key, pair => pair.Value with { Tensor = pair.Value.Tensor is { } tensor ? Resolve(tensor) : null, Graph = pair.Value.Graph is { } graph ? Resolve(graph) : null }, StringComparer.Ordinal),
        }
        : node;

    /// <summary>A tensor with its data.</summary>
    public OnnxTensor Resolve(OnnxTensor tensor)
    {
        if (tensor.External is not var (file, offset, length))
            return tensor;
        byte[] bytes = Open(file, tensor.Name);
        if (length < 0)
            length = Math.Max(bytes.Length - offset, 0);
        if (offset > bytes.Length || length > bytes.Length - offset)
        {
            throw new OnnxException(string.Create(
                CultureInfo.InvariantCulture, $"The data of the tensor {tensor.Name} begin at byte {offset} of {file} and have {length} bytes, but the file has {bytes.Length}. Copy it again."));
        }

        return OnnxTensorReader.Checked(tensor with { External = null, Raw = bytes.AsMemory((int)offset, (int)length) }, new ProtoReader(ReadOnlyMemory<byte>.Empty));
    }

    private byte[] Open(string file, string tensor)
    {
        if (_files.TryGetValue(file, out byte[]? bytes))
            return bytes;
        string path = Below(file, tensor);
        if (!File.Exists(path))
            throw new OnnxException($"The data of the tensor {tensor} are in the file {file}, which is not beside the model. Copy it there.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        _length += stream.CanSeek ? stream.Length : long.MaxValue / 2;
        if (_length > OnnxLimits.FileLength)
            throw new OnnxException(string.Create(CultureInfo.InvariantCulture, $"The files with the model's data have more than {OnnxLimits.FileLength:N0} bytes, or are no ordinary files."));
        bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return _files[file] = bytes;
    }

    /// <summary>The path of a file below the folder, where links lead too.</summary>
    private string Below(string file, string tensor)
    {
        bool isPlain = file.Length > 0 && !Path.IsPathRooted(file) && !file.Contains('\0') && !file.Contains(':')
            && file.Split('/', '\\').All(part => part.Length > 0 && part != "..");
        string path = isPlain ? Path.Combine(folder, file.Replace('\\', '/')) : "";
        if (isPlain && !LeadsElsewhere(path))
            return path;
        throw new OnnxException($"The data of the tensor {tensor} are said to be in “{file}”, which is not below the model's folder. Such a file is not opened.");
    }

    /// <summary>Whether the file, or a folder on the way to it, is a link: it could lead anywhere.</summary>
    private bool LeadsElsewhere(string path)
    {
        for (string? part = path; part is not null && part.Length > folder.Length; part = Path.GetDirectoryName(part))
        {
            if (new FileInfo(part).LinkTarget is not null)
                return true;
        }

        return false;
    }
}
