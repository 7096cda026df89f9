namespace DslNet;

/// <summary>
/// Makes a partial class a neural network. The layers are the other attributes of the same declaration, in the order
/// in which they are written; the generator adds the code that predicts and trains.
/// </summary>
/// <example>
/// <code>
/// [Network]
/// [Input(2), Dense(3), Tanh, Dense(1)]
/// [MeanSquaredError]
/// public sealed partial class Xor;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// Whether convolutions may be computed by Winograd's minimal filtering, where that is faster: from fewer products, which are sums of inputs × sums of weights. It is
    /// as exact as a float is to within a small factor (see docs/numerics.md); false has each output summed from its own products, as the definition says.
    /// </summary>
    public bool Winograd { get; set; } = true;
}
