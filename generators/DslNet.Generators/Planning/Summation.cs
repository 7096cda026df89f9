namespace DslNet.Generators.Planning;

/// <summary>
/// In what order, and in how many partial sums, things are added up: functions of shapes alone, the same for every target,
/// so that every target computes the same bits.
/// </summary>
internal static class Summation
{
    /// <summary>
    /// Into how many interleaved partial sums (term i goes into sum i mod n) a dense output is split. With few outputs, one
    /// chain of multiply-adds an output could not keep the multipliers busy: each must wait for the one before.
    /// </summary>
    public static int DensePartialSums(int paddedOutputs, int terms) =>
        terms < 32 ? 1 : paddedOutputs <= 8 ? 4 : paddedOutputs <= 16 ? 2 : 1;

    /// <summary>Partial sums of a bias gradient over positions, for the same reason.</summary>
    public const int BiasPartialSums = 4;

    /// <summary>How many samples are worked on together: their saved activations should stay in the second-level cache.</summary>
    /// <param name="floatsPerSample">What one sample saves.</param>
    public static int BlockSamples(int floatsPerSample)
    {
        const int cacheFloats = 96 * 1024, most = 64;
        int samples = most;
        while (samples > 4 && (long)samples * floatsPerSample > cacheFloats)
            samples /= 2;
        return samples;
    }

    /// <summary>Gradients with more floats than this are summed over all samples at once; smaller ones once a sample group.</summary>
    public const int LargeGradient = 32 * 1024;
}
