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
public sealed class NetworkAttribute : Attribute;
