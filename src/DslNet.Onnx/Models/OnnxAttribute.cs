namespace DslNet.Onnx.Models;

/// <summary>An attribute of a node. Of its values those that are set count.</summary>
internal sealed record OnnxAttribute(string Name)
{
    public long? Integer { get; init; }

    public float? Float { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<long> Integers { get; init; } = [];

    public IReadOnlyList<float> Floats { get; init; } = [];

    public IReadOnlyList<string> Texts { get; init; } = [];

    public OnnxTensor? Tensor { get; init; }

    /// <summary>A graph in the graph: what one side of a choice computes.</summary>
    public OnnxGraph? Graph { get; init; }

    /// <summary>Whether it is a graph, or several.</summary>
    public bool IsGraph { get; init; }
}
