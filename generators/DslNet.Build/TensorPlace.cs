using DslNet.Generators.Model;

namespace DslNet.Build;

/// <summary>A tensor and where its bytes are, counted from the end of the header.</summary>
internal sealed record TensorPlace(StoredTensor Tensor, long Begin, long End);
