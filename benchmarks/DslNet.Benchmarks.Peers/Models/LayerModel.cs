namespace DslNet.Benchmarks.Models;

/// <summary>A layer as every peer has to build it.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Name">The name by which others read its output, and of a layer with parameters the one that they have in the file: <c>conv1</c> of <c>conv1.weight</c>.</param>
internal sealed record LayerModel(LayerKind Kind, string Name = "")
{
    /// <summary>Filters of a convolution, outputs of a dense layer.</summary>
    public int Outputs { get; init; }

    /// <summary>The lengths of the kernel's or the pooling window's axes; of a reshaping, those of the shape.</summary>
    public int[] Kernel { get; init; } = [];

    /// <summary>Positions from one window to the next.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Positions from one tap of the kernel to the next.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Groups of channels that see no others.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Zeros before each axis, then those behind each, in ONNX's order.</summary>
    public int[] Padding { get; init; } = [];

    /// <summary>Whether a bias is added.</summary>
    public bool HasBias { get; init; } = true;

    /// <summary>The name of the layer whose output it reads; that of the layer before it unless said otherwise.</summary>
    public string? From { get; init; }

    /// <summary>Of what joins two values, the name of the layer whose output is the other one.</summary>
    public string? With { get; init; }
}
