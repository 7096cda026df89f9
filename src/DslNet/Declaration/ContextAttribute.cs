namespace DslNet;

/// <summary>
/// Each frame of a sequence with the values before it in front: frames of n values become frames of <paramref name="values"/> + n. Before the first frame
/// values are zero.
/// </summary>
/// <example><code>[Sequence(512), Context(64), Dense(128)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Context.md">Formula, gradient and cost.</seealso>
/// <param name="values">How many values of the frames before.</param>
public sealed class ContextAttribute(int values) : LayerAttribute
{
    /// <summary>How many values of the frames before.</summary>
    public int Values { get; } = values;
}
