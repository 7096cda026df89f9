using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>A value of the graph: what shape it has, and where and how its numbers lie. Several values may share a buffer.</summary>
internal sealed record Tensor(Shape Shape, Layout Layout, Buffer Buffer);
