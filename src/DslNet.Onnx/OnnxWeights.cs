using DslNet.Onnx.Models;

namespace DslNet.Onnx;

/// <summary>
/// The learned tensors of an ONNX model by their names in the file: for networks that are declared by hand, whose graph is not asked for. Where the graph is that of a network of
/// DslNet, <see cref="OnnxImport"/> writes the class too.
/// </summary>
public sealed class OnnxWeights
{
    private readonly Dictionary<string, OnnxTensor> _tensors;

    private OnnxWeights(IEnumerable<OnnxTensor> tensors) =>
        _tensors = tensors.Where(tensor => tensor.Type.IsFloat()).GroupBy(tensor => tensor.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The names of all tensors of floats.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>Reads the tensors of a file.</summary>
    /// <param name="path">The file. Data of tensors may be in files below its folder.</param>
    /// <exception cref="OnnxException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static OnnxWeights Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(OnnxFile.Read(path).Model.Graph.Initializers);
    }

    /// <summary>The axes of a tensor.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <exception cref="OnnxException">The file has no tensor of floats of this name.</exception>
    public IReadOnlyList<int> ShapeOf(string name) => [.. Find(name).Shape.Select(axis => (int)axis)];

    /// <summary>The values of a tensor, the last axis fastest.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <exception cref="OnnxException">The file has no tensor of floats of this name.</exception>
    public float[] ValuesOf(string name) => Find(name).Floats();

    private OnnxTensor Find(string name) =>
        _tensors.TryGetValue(name, out OnnxTensor? tensor) ? tensor : throw new OnnxException($"The file has no tensor {name} of floats. It has {string.Join(", ", _tensors.Keys.Order(StringComparer.Ordinal).Select(Graphs.Names.Shown))}.");
}
