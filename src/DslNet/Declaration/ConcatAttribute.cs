namespace DslNet;

/// <summary>
/// This layer's input and the named layers' outputs side by side: vectors end to end, signals and images channel after channel, or along another axis. Their
/// shapes are the same but for that axis.
/// </summary>
/// <example><code>[Dense(16, Name = "A"), ReLU, Dense(8), Concat("A")]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Concat.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="others">The names of the other layers, or <c>Input</c>; at least one.</param>
public sealed class ConcatAttribute(params string[] others) : LayerAttribute
{
    /// <summary>The names of the other layers.</summary>
    public IReadOnlyList<string> Others { get; } = others;

    /// <summary>The axis that grows; the channels unless said otherwise.</summary>
    public ConcatAxis Axis { get; set; }
}
