namespace DslNet.Onnx.Models;

/// <summary>What a file may hold. A network that is unrolled into code is far below; a file beyond would cost memory for nothing.</summary>
internal static class OnnxLimits
{
    /// <summary>The bytes of a file, and of all the data of tensors in other files.</summary>
    public const int FileLength = 512 * 1024 * 1024;

    /// <summary>The nodes of a graph, and its tensors, inputs and outputs.</summary>
    public const int Nodes = 100_000;

    /// <summary>The inputs, outputs and attributes of all nodes, and the axes of a tensor.</summary>
    public const int Entries = 1_000_000, Axes = 16;

    /// <summary>How deep graphs are in graphs.</summary>
    public const int Depth = 16;

    /// <summary>The elements of a constant that is computed while importing.</summary>
    public const int FoldedElements = 64 * 1024 * 1024;
}
