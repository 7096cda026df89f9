using DslNet.Onnx.Models;

namespace DslNet.Onnx.Graphs;

/// <summary>What is known of a value of the graph.</summary>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its axes; null if they are not known.</param>
/// <param name="Constant">Its elements; null if they depend on the samples.</param>
internal sealed record Value(OnnxType Type, IReadOnlyList<Extent>? Shape, Constant? Constant = null)
{
    /// <summary>A value that nothing is known of.</summary>
    public static Value Unknown { get; } = new(OnnxType.Undefined, null);

    public static Value Of(OnnxType type, Constant constant) => new(type, [.. constant.Shape.Select(axis => (Extent)axis)], constant);

    /// <summary>The axes of one sample; null if the first axis is not that of the samples.</summary>
    public IReadOnlyList<int>? Sample => Shape is [{ IsBatch: true }, ..] && Shape.Skip(1).All(axis => axis is { PerSample: false, Factor: > 0 and <= int.MaxValue })
        ? [.. Shape.Skip(1).Select(axis => (int)axis.Factor)]
        : null;

    /// <summary>The axes of a sample as a layer has them: one value is a vector of one.</summary>
    public static IReadOnlyList<int> Features(IReadOnlyList<int> sample) => sample.Count == 0 ? [1] : sample;

    /// <summary>Its shape for the eye.</summary>
    public string ShownShape => Shape is null ? "of unknown shape" : $"[{string.Join(", ", Shape)}]";
}
