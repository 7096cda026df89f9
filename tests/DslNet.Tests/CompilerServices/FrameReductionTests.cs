using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>Sums over the frames of a sequence that overflow, or are of values that are not finite. What the layers compute of other values is tested with them.</summary>
public sealed class FrameReductionTests
{
    private const float Most = float.MaxValue, Infinity = float.PositiveInfinity;

    private static readonly int s_frame = PanelWidth.RoundUp(1);

    [Theory]
    [InlineData(Infinity, new[] { Most, Most, 1f, -2f, 3f })]
    [InlineData(-Infinity, new[] { 5f, -Most, -Most, -Most, Most })]
    [InlineData(Infinity, new[] { 1f, Infinity, 2f, -Most, -Most })]
    [InlineData(float.NaN, new[] { 1f, Infinity, -Infinity, 2f, 3f })]
    [InlineData(float.NaN, new[] { Most, Most, 1f, -Infinity, 3f })]
    [InlineData(float.NaN, new[] { 1f, float.NaN, Most, Most, 1f })]
    [InlineData(0f, new[] { Most, -Most, 1f, -1f, 0f })]
    [InlineData(0.1f, new[] { 0.1f, 0.1f, 0.1f, 0.1f, 0.1f })]
    public void The_mean_of_frames_is_the_same_whatever_the_blocks(float expected, float[] frames)
    {
        for (int block = 1; block <= frames.Length; block++)
        {
            float[] mean = MeanOf(frames, block);
            Assert.All(mean, value => Assert.Equal(expected, value));
        }
    }

    private static float[] MeanOf(float[] frames, int block)
    {
        float[] x = [.. frames.SelectMany(value => Enumerable.Repeat(value, s_frame))], sums = new float[2 * s_frame], mean = new float[s_frame];
        for (int first = 0; first < frames.Length; first += block)
            FrameReduction.Add(ref x[first * s_frame], ref sums[0], s_frame, Math.Min(block, frames.Length - first));
        FrameReduction.Mean(ref sums[0], ref mean[0], s_frame, frames.Length);
        return mean;
    }
}
