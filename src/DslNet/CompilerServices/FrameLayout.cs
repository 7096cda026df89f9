using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>How the state of a network of sequences is stored: for generated code only.</summary>
/// <param name="stateLength">Floats of the state.</param>
/// <param name="scratchLength">Floats of scratch memory that a call needs beside it.</param>
/// <param name="values">Of each value that is kept: where it is stored, how many frames are kept, and the floats of a frame.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrameLayout(int stateLength, int scratchLength, (int Offset, int Frames, int FrameLength)[] values)
{
    /// <summary>Floats of the state.</summary>
    internal int StateLength => stateLength;

    /// <summary>Floats of scratch memory.</summary>
    internal int ScratchLength => scratchLength;

    /// <summary>The values that are kept.</summary>
    internal ReadOnlySpan<(int Offset, int Frames, int FrameLength)> Values => values;

    /// <summary>Floats of all values that are kept.</summary>
    internal int KeptLength { get; } = values.Sum(value => value.Frames * value.FrameLength);

    /// <summary>A number by which saved states of other shapes are told.</summary>
    internal long Mark
    {
        get
        {
            const long basis = unchecked((long)0xCBF29CE484222325), prime = 0x100000001B3;
            long mark = basis;
            foreach ((int _, int frames, int frameLength) in values)
                mark = unchecked(((mark ^ frames) * prime ^ frameLength) * prime);
            return mark;
        }
    }
}
