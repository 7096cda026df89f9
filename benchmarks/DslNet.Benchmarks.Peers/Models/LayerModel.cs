namespace DslNet.Benchmarks.Models;

/// <summary>A layer as every peer has to build it.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Outputs">Filters of a convolution, outputs of a dense layer.</param>
/// <param name="Size">Side of a kernel or a pooling window.</param>
/// <param name="Name">Of a layer with parameters, the name they have in the file: <c>conv1.weight</c>, <c>conv1.bias</c>.</param>
internal sealed record LayerModel(LayerKind Kind, int Outputs = 0, int Size = 0, string Name = "");
