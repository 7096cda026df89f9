namespace DslNet;

/// <summary>
/// This layer's input without the named layers' outputs, value by value; they must have the same shape.
/// A vector with a value for each channel of an image or a signal may stand for one of them; every position reads it.
/// </summary>
/// <example><code>[Dense(16, Name = "A"), ReLU, Dense(16), Subtract("A")]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Subtract.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="others">The names of the layers to subtract, or <c>Input</c>; at least one.</param>
public sealed class SubtractAttribute(params string[] others) : LayerAttribute
{
    /// <summary>The names of the layers that are subtracted.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
