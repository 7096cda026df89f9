namespace DslNet;

/// <summary>
/// The product of this layer's input and the named layers' outputs, value by value; they must have the same shape: a gate.
/// A vector with a value for each channel of an image or a signal may stand for one of them; every position is multiplied by it (squeeze and excitation).
/// </summary>
/// <example><code>[Conv2D(16, 3, Name = "A"), GlobalAvgPool, Dense(16), Sigmoid, Multiply("A")]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Multiply.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="others">The names of the other layers, or <c>Input</c>; at least one.</param>
public sealed class MultiplyAttribute(params string[] others) : LayerAttribute
{
    /// <summary>The names of the other layers.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
