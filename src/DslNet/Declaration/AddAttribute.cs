namespace DslNet;

/// <summary>
/// The sum of this layer's input and the named layers' outputs, which must have the same shape: a residual (skip) connection.
/// A vector with a value for each channel of an image or a signal may stand for one of them; it is added at every position.
/// </summary>
/// <example><code>[Dense(16, Name = "A"), ReLU, Dense(16), Add("A")]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Add.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="others">The names of the other layers, or <c>Input</c>; at least one.</param>
public sealed class AddAttribute(params string[] others) : LayerAttribute
{
    /// <summary>The names of the other layers.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
