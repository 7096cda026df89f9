using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Refuses sequences that are longer than a layer has something learned for: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FrameLimit
{
    /// <summary>Refuses whole sequences that are too long.</summary>
    /// <param name="frames">The frames of each that there is memory for.</param>
    /// <param name="lengths">How many of them each has; empty where it has all.</param>
    /// <param name="most">How many the layer takes.</param>
    /// <param name="layer">The layer.</param>
    /// <exception cref="ArgumentException">They are too long.</exception>
    public static void Check(int frames, ReadOnlySpan<int> lengths, int most, string layer)
    {
        int longest = lengths.IsEmpty ? frames : 0;
        foreach (int length in lengths)
            longest = Math.Max(longest, length);
        if (longest > most)
        {
            throw new ArgumentException(
                $"A sequence has {Counted.Text(longest, "frame")}, but {layer} has learned {most} positions. Pass shorter sequences, or declare Positions({longest}) and train it on sequences as long.", nameof(frames));
        }
    }

    /// <summary>Refuses frames of a stream for which nothing is learned.</summary>
    /// <param name="state">The stream's state.</param>
    /// <param name="offset">Where the layer's count of frames is.</param>
    /// <param name="frameLength">From one of them to the next.</param>
    /// <param name="frames">How many frames come.</param>
    /// <param name="most">How many the layer takes.</param>
    /// <param name="layer">The layer.</param>
    /// <exception cref="InvalidOperationException">The stream gets too long.</exception>
    public static void Check(SequenceState state, int offset, int frameLength, int frames, int most, string layer)
    {
        ArgumentNullException.ThrowIfNull(state);
        Span<float> memory = state.Memory;
        int position = FrameMemory.Place(ref MemoryMarshal.GetReference(memory));
        long seen = BitConverter.SingleToInt32Bits(memory[offset + position * frameLength]);
        if (seen + frames > most)
        {
            throw new InvalidOperationException(
                $"The stream has had {Counted.Text((int)seen, "frame")}, and {frames} {Counted.Were(frames)} passed, but {layer} has learned {most} positions. Call Reset and begin anew with the last frames, or use CausalAttention with Rotary = true in place of Positions, which has no end.");
        }
    }
}
