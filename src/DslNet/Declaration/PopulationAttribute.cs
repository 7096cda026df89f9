namespace DslNet;

/// <summary>
/// Has the generator also write code that predicts for sixteen networks of the class at once, which <c>Population&lt;TNetwork&gt;</c> of the package
/// DslNet.Populations needs. Every layer must work on vectors: <see cref="DenseAttribute"/>, activations, <see cref="AddAttribute"/> and its
/// like, <see cref="ConcatAttribute"/>, <see cref="SliceAttribute"/>, <see cref="PReLUAttribute"/>, <see cref="DropoutAttribute"/>.
/// </summary>
/// <remarks>Each member predicts the same bits as a network of its own with the same parameters.</remarks>
/// <example>
/// <code>
/// [Network, Population]
/// [Input(4), Dense(16), Tanh, Dense(2)]
/// public sealed partial class Policy;
/// </code>
/// </example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/populations.md"/>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PopulationAttribute : Attribute;
