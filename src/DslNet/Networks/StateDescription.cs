namespace DslNet;

/// <summary>A tensor that a layer keeps from step to step without learning it, such as a running mean.</summary>
/// <param name="Name">The name in files, such as <c>batchNorm1.running_mean</c>.</param>
/// <param name="Shape">PyTorch's shape.</param>
/// <param name="Offset">Where its elements begin in <see cref="INetwork.States"/>, one behind the other.</param>
/// <param name="InitialValue">What they start from.</param>
public sealed record StateDescription(string Name, TensorShape Shape, int Offset, float InitialValue)
{
    /// <summary>What it is to its layer: <c>running_mean</c>. The name's last part.</summary>
    public string Role => Name[(Name.LastIndexOf('.') + 1)..];
}
