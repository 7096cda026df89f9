namespace DslNet;

/// <summary>A tensor that a layer keeps from step to step without learning it, such as a running mean. No layer has any yet.</summary>
/// <param name="Name">The name in files, such as <c>batchNorm1.running_mean</c>.</param>
/// <param name="Shape">PyTorch's shape.</param>
public sealed record StateDescription(string Name, TensorShape Shape);
