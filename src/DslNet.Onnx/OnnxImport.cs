using System.Globalization;
using System.Text;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Passes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx;

/// <summary>An ONNX model as a network of DslNet: the class that declares it, and its weights.</summary>
public sealed class OnnxImport
{
    private readonly IReadOnlyList<LayerParameter> _tensors;
    private readonly string _origin;

    private OnnxImport(string name, OnnxFile file, LayerNetwork network, IReadOnlyList<string> remarks, OnnxImportOptions options)
    {
        NetworkNames names = new(network);
        Name = name;
        Source = SourceText.Write(file, network, names, remarks, Name, ClassName.Namespace(options.Namespace));
        Remarks = remarks;
        Layers = [.. network.Layers.Select((layer, i) => new OnnxLayer(
            names.Layer(i), layer.Arguments.Count == 0 ? layer.Attribute : $"{layer.Attribute}({string.Join(", ", layer.Arguments)})", layer.Output,
            layer.Parameters.Sum(parameter => (long)parameter.Values.Length), layer.MultiplyAdds, layer.Origin))];
        Inputs = [.. network.Inputs.Select(port => new OnnxPortDescription(port.Name, port.Sample))];
        Outputs = [.. network.Outputs.Select(port => new OnnxPortDescription(port.Name, port.Sample))];
        _tensors = [.. network.Layers.SelectMany((layer, i) => layer.Parameters.Select(parameter => parameter with { Suffix = names.File(i, parameter.Suffix) }))];
        _origin = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Path)} {file.Sha256}");
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The C# file that declares it.</summary>
    public string Source { get; }

    /// <summary>What was left out, computed or put together, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>What goes in.</summary>
    public IReadOnlyList<OnnxPortDescription> Inputs { get; }

    /// <summary>What comes out.</summary>
    public IReadOnlyList<OnnxPortDescription> Outputs { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<OnnxLayer> Layers { get; }

    /// <summary>Reads an ONNX file. Nothing is written.</summary>
    /// <param name="path">The file. Data of tensors may be in files below its folder.</param>
    /// <param name="options">How it is imported.</param>
    /// <exception cref="OnnxException">The file is damaged, or no network of DslNet: the message names every node at fault, and what to do.</exception>
    /// <exception cref="ArgumentException">The name or the namespace is none of C#.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static OnnxImport Read(string path, OnnxImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        OnnxFile file = OnnxFile.Read(path);
        Graph graph = GraphBuilder.Build(file.Model);
        options ??= new();
        Simplification.Run(graph, options.FoldsBatchNorm);
        string name = ClassName.Of(path, options.Name);
        return new(name, file, Translation.Run(graph, name), graph.Remarks, options);
    }

    /// <summary>Writes the weights as a safetensors file, with the names and orders that the network loads.</summary>
    /// <param name="stream">Where to.</param>
    public void WriteWeights(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Safetensors.Write(stream, _tensors, _origin);
    }

    /// <summary>Writes the class and its weights: <c>Name.cs</c> and <c>Name.safetensors</c>. Each file is there wholly or not at all.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <param name="overwrite">Whether files that are there already are replaced.</param>
    /// <returns>The paths of the two.</returns>
    /// <exception cref="IOException">A file is there already, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public (string Source, string Weights) Save(string folder, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string source = Path.Combine(folder, Name + ".cs"), weights = Path.Combine(folder, Name + ".safetensors");
        string? existing = overwrite ? null : new[] { source, weights }.FirstOrDefault(File.Exists);
        if (existing is not null)
            throw new IOException($"{existing} is there already. Ask for it to be replaced, or choose another name or folder.");
        Directory.CreateDirectory(folder);
        AtomicFile.Write(weights, WriteWeights);
        AtomicFile.Write(source, stream => stream.Write(Encoding.UTF8.GetBytes(Source)));
        return (source, weights);
    }
}
