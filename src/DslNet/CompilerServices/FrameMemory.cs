using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Memory of the frames of a sequence: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FrameMemory
{
    /// <summary>Where a state has the number of frames that its memory has behind those that are kept: in place of its first float.</summary>
    public static ref int Place(ref float state) => ref Unsafe.As<float, int>(ref state);

    /// <summary>Makes the frames behind a block zero, if it is the last one of its sequence.</summary>
    /// <param name="gradient">The first frame of the block.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="frames">How many frames become zero.</param>
    /// <param name="framesFollow">Whether the block is not the last one.</param>
    /// <param name="count">How many frames the block has.</param>
    public static void ClearBehind(ref float gradient, int frame, int frames, bool framesFollow, int count)
    {
        if (!framesFollow)
            FloatMemory.Clear(ref Unsafe.Add(ref gradient, count * frame), frames * frame);
    }
}
