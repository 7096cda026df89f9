namespace DslNet.Onnx;

/// <summary>How a network is imported.</summary>
public sealed record OnnxImportOptions
{
    /// <summary>The name of the class, and of its files; of the ONNX file's name if it is null.</summary>
    public string? Name { get; init; }

    /// <summary>The namespace of the class; none if it is null.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether batch normalizations become a part of the weights of the layer before them; else they are layers.</summary>
    public bool FoldsBatchNorm { get; init; }
}
