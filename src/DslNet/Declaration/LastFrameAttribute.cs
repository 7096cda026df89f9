namespace DslNet;

/// <summary>The last frame of a sequence: what follows belongs to the sequence, and no longer to a frame. Then there is no stream.</summary>
/// <example><code>[Sequence(13), GRU(32), LastFrame, Dense(10), SoftmaxCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LastFrame.md">Formula, gradient and cost.</seealso>
public sealed class LastFrameAttribute : LayerAttribute;
