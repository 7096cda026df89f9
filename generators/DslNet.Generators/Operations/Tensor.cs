using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>A value of the graph: its shape, and how and where it is stored. Several values may share a buffer.</summary>
internal sealed record Tensor(Shape Shape, Layout Layout, Buffer Buffer);
