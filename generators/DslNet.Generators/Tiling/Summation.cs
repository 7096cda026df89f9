namespace DslNet.Generators.Tiling;

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
    /// <param name="paddedOutputs">Outputs, with those that fill the last vector.</param>
    /// <param name="terms">Terms of each sum.</param>
    /// <param name="singleSamples">Whether a sample may come alone: several have enough sums with half as many outputs.</param>
    public static int DensePartialSums(int paddedOutputs, int terms, bool singleSamples) =>
        terms < 32 ? 1 : paddedOutputs <= 8 ? 4 : paddedOutputs <= (singleSamples ? 32 : 16) ? 2 : 1;

    /// <summary>Partial sums of a bias gradient over positions, for the same reason.</summary>
    public const int PositionPartialSums = 4;

    /// <summary>
    /// Into how many interleaved partial sums a product of a Winograd tile is split: where channels are few, shorter sums keep its error below twice that of the
    /// convolution's own sum (docs/numerics.md).
    /// </summary>
    /// <param name="channels">Terms of each sum.</param>
    public static int TilePartialSums(int channels) => channels < 96 ? 2 : 1;

    /// <summary>The most samples of a block.</summary>
    public const int MostBlockSamples = 64;

    /// <summary>How many samples are worked on together: their saved activations should stay in L2.</summary>
    /// <param name="floatsPerSample">What one sample saves.</param>
    public static int BlockSamples(long floatsPerSample)
    {
        const int cacheFloats = 96 * 1024;
        int samples = MostBlockSamples;
        while (samples > LeastBlock(floatsPerSample) && samples * floatsPerSample > cacheFloats)
            samples /= 2;
        return samples;
    }

    /// <summary>
    /// How many frames of a sequence are worked on together. In training all frames are kept whatever the block, in more memory than L2 has: what a block then
    /// saves is to read the weights again, and to add to their gradients.
    /// </summary>
    /// <param name="floatsPerFrame">What one frame saves.</param>
    public static int BlockFrames(long floatsPerFrame) => floatsPerFrame > 128 * 1024 ? BlockSamples(floatsPerFrame) : MostBlockSamples;

    /// <summary>The most samples of a register tile.</summary>
    public const int TileSamples = 8;

    // Dense layers want a few samples at once, unless a single one is larger than any cache.
    private static int LeastBlock(long floatsPerSample) => floatsPerSample > 1024 * 1024 ? 1 : 4;
}
