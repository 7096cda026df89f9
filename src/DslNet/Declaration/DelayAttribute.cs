namespace DslNet;

/// <summary>Each frame of a sequence some frames later: y[t] = x[t − frames]. The first frames are zero.</summary>
/// <example><code>[Sequence(2), Delay(5, Name = "late"), Dense(8)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Delay.md">Formula, gradient and cost.</seealso>
/// <param name="frames">How many frames later.</param>
public sealed class DelayAttribute(int frames) : LayerAttribute
{
    /// <summary>How many frames later.</summary>
    public int Frames { get; } = frames;
}
