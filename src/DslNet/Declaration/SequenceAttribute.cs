namespace DslNet;

/// <summary>
/// An input whose samples are sequences of frames: the shape is that of one frame, and how many frames a sequence has each call says. Layers work within a
/// frame, but for those that reach back in time, such as <see cref="CausalConv1DAttribute"/>.
/// </summary>
/// <remarks>
/// A network of sequences predicts whole ones (<c>Predict</c>) and, with a state that it keeps from call to call, one frame (<c>Step</c>) or a block of frames
/// (<c>Process</c>) at a time, to the same bits.
/// </remarks>
/// <example><code>[Sequence(1), CausalConv1D(16, 3, Dilation = 2), Tanh, Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/sequences.md">Sequences, states, training and what is promised.</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequenceAttribute : Attribute
{
    /// <summary>Frames of <paramref name="features"/> values.</summary>
    public SequenceAttribute(int features) => Shape = [features];

    /// <summary>Frames that are signals of <paramref name="length"/> values in each of <paramref name="channels"/> channels.</summary>
    public SequenceAttribute(int channels, int length) => Shape = [channels, length];

    /// <summary>Frames that are images of <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> values.</summary>
    public SequenceAttribute(int channels, int height, int width) => Shape = [channels, height, width];

    /// <summary>The shape of one frame: (features), (channels, length) or (channels, height, width).</summary>
    public IReadOnlyList<int> Shape { get; }
}
