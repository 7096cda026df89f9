using DslNet.Generators.Tiling;

namespace DslNet.Generators.Lowering;

/// <summary>How many new frames of each value the memory of a state has room for, before those that are still read move to the front.</summary>
internal static class FrameRoom
{
    // Longer than any block of sound, and a power of two as all of them.
    private const int Most = 1 << 20;

    /// <summary>So many that to move what is kept takes no longer, for each frame, than to write one.</summary>
    /// <param name="kept">Floats that are kept of all values.</param>
    /// <param name="frame">Floats of one frame of all of them.</param>
    public static int Of(long kept, long frame)
    {
        int room = Summation.MostBlockSamples;
        while (room < kept / Math.Max(1, frame) && room < Most)
            room *= 2;
        return room;
    }
}
