namespace DslNet.Onnx.Models;

/// <summary>An input or an output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements; undefined if it is no tensor.</param>
/// <param name="Shape">Its axes; null if the file does not say.</param>
internal sealed record OnnxPort(string Name, OnnxType Type, IReadOnlyList<OnnxAxis>? Shape)
{
    /// <summary>Its shape for the eye.</summary>
    public string ShownShape => Shape is null ? "?" : $"[{string.Join(", ", Shape)}]";
}
