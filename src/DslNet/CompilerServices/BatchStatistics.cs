using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>
/// What batch normalization computes once per call, channel by channel: for generated code only. What several groups of samples know is combined in
/// double precision, in ascending order of groups.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchStatistics
{
    /// <summary>
    /// Combines means and squares of all groups, two at a time as Chan, Golub and LeVeque do, and finds what samples are normalized with. Channels that
    /// only fill a vector get zeros.
    /// </summary>
    /// <param name="sums">Of each group the means of its channels, counted from a value that comes later, then Σ (x − mean)², these values, and the number of its samples.</param>
    /// <param name="weight">The weights.</param>
    /// <param name="bias">The biases.</param>
    /// <param name="statistics">Receives rows of values, one per channel: scale, shift, 1/√(variance + ε), −mean/√(variance + ε), mean, what rounding has left of it, unbiased variance.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="positions">Values of a channel in a sample.</param>
    /// <param name="epsilon">ε.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(
        ref float sums, ref float weight, ref float bias, ref float statistics, int groups, int channels, int positions, float epsilon)
    {
        int padded = PanelWidth.RoundUp(channels), stride = ChannelSums.Length(padded);
        FloatMemory.Clear(ref statistics, ChannelStatistics.Length(padded));
        for (int c = 0; c < channels; c++)
        {
            double count = 0, mean = 0, squares = 0;
            for (int group = 0; group < groups; group++)
            {
                ref float own = ref Unsafe.Add(ref sums, group * stride);
                double more = (double)Unsafe.Add(ref own, ChannelSums.Count * padded) * positions, share = more / (count + more);
                double step = (double)Row(ref own, ChannelSums.Origin, padded, c) + Row(ref own, ChannelSums.Mean, padded, c) - mean;
                squares += Row(ref own, ChannelSums.Squares, padded, c) + step * step * count * share;
                mean += step * share;
                count += more;
            }

            double inverse = 1 / Math.Sqrt(squares / count + epsilon);
            float scale = (float)(Unsafe.Add(ref weight, c) * inverse), rounded = (float)inverse;
            Row(ref statistics, ChannelStatistics.Scale, padded, c) = scale;
            Row(ref statistics, ChannelStatistics.Shift, padded, c) = (float)(Unsafe.Add(ref bias, c) - mean * scale);
            Row(ref statistics, ChannelStatistics.Inverse, padded, c) = rounded;
            Row(ref statistics, ChannelStatistics.Centre, padded, c) = (float)(-mean * rounded);
            Row(ref statistics, ChannelStatistics.Mean, padded, c) = (float)mean;
            Row(ref statistics, ChannelStatistics.MeanRest, padded, c) = (float)(mean - (float)mean);
            Row(ref statistics, ChannelStatistics.Variance, padded, c) = (float)(squares / (count - 1));
        }
    }

    /// <summary>Moves the running statistics towards those of a batch.</summary>
    /// <param name="statistics">What <see cref="Combine"/> found.</param>
    /// <param name="mean">The running means.</param>
    /// <param name="variance">The running variances, which are unbiased.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="momentum">The share of the batch.</param>
    public static void UpdateRunning(ref float statistics, ref float mean, ref float variance, int channels, float momentum)
    {
        int padded = PanelWidth.RoundUp(channels);
        Move(ref Unsafe.Add(ref statistics, ChannelStatistics.Mean * padded), ref mean, channels, momentum);
        Move(ref Unsafe.Add(ref statistics, ChannelStatistics.Variance * padded), ref variance, channels, momentum);
    }

    /// <summary>
    /// Finds scale = weight / √(variance + ε) and shift = bias − mean · scale from running statistics, for a prediction. Channels that only fill a vector
    /// get zeros.
    /// </summary>
    /// <param name="weight">The weights.</param>
    /// <param name="bias">The biases.</param>
    /// <param name="mean">The running means.</param>
    /// <param name="variance">The running variances.</param>
    /// <param name="scale">Receives the scales, and behind them the shifts.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="epsilon">ε.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FindScale(ref float weight, ref float bias, ref float mean, ref float variance, ref float scale, int channels, float epsilon)
    {
        // Each operation is rounded alike in a vector and alone.
        int padded = PanelWidth.RoundUp(channels), c = 0;
        ref float shift = ref Unsafe.Add(ref scale, padded);
        for (Vector<float> epsilons = new(epsilon); c <= channels - Vector<float>.Count; c += Vector<float>.Count)
        {
            nuint at = (nuint)c;
            Vector<float> scales = Vector.LoadUnsafe(ref weight, at) / Vector.SquareRoot(Vector.LoadUnsafe(ref variance, at) + epsilons);
            scales.StoreUnsafe(ref scale, at);
            Vector.FusedMultiplyAdd(-Vector.LoadUnsafe(ref mean, at), scales, Vector.LoadUnsafe(ref bias, at)).StoreUnsafe(ref shift, at);
        }

        for (; c < channels; c++)
        {
            float own = Unsafe.Add(ref weight, c) / MathF.Sqrt(Unsafe.Add(ref variance, c) + epsilon);
            Unsafe.Add(ref scale, c) = own;
            Unsafe.Add(ref shift, c) = MathF.FusedMultiplyAdd(-Unsafe.Add(ref mean, c), own, Unsafe.Add(ref bias, c));
        }

        for (; c < padded; c++)
            Unsafe.Add(ref scale, c) = Unsafe.Add(ref shift, c) = 0;
    }

    /// <summary>Makes the gradients of a group's weights and biases of its sums.</summary>
    /// <param name="sums">Σ ∂y of each channel, then Σ ∂y·n.</param>
    /// <param name="weight">Receives the gradients of the weights.</param>
    /// <param name="bias">Receives those of the biases.</param>
    /// <param name="channels">Channels.</param>
    public static void StoreGradients(ref float sums, ref float weight, ref float bias, int channels)
    {
        int padded = PanelWidth.RoundUp(channels);
        Store(ref sums, ref bias, channels, padded);
        Store(ref Unsafe.Add(ref sums, padded), ref weight, channels, padded);
    }

    /// <summary>Adds them to what other layers of the same weights made of theirs.</summary>
    /// <param name="sums">Σ ∂y of each channel, then Σ ∂y·n.</param>
    /// <param name="weight">The gradients of the weights.</param>
    /// <param name="bias">Those of the biases.</param>
    /// <param name="channels">Channels.</param>
    public static void AddGradients(ref float sums, ref float weight, ref float bias, int channels)
    {
        int padded = PanelWidth.RoundUp(channels);
        for (int i = 0; i < channels; i++)
        {
            Unsafe.Add(ref bias, i) += Unsafe.Add(ref sums, i);
            Unsafe.Add(ref weight, i) += Unsafe.Add(ref sums, padded + i);
        }
    }

    /// <summary>
    /// Finds, of the sums of all groups, what makes ∂x of ∂y and x: ∂x = a·(∂y − A − n·B) with A and B the means of ∂y and of ∂y·n over all samples,
    /// and n = (x − mean)/√(variance + ε), so that ∂x = ∂y·a + x·p + q.
    /// </summary>
    /// <param name="sums">Of each group Σ ∂y of its channels, then Σ ∂y·n.</param>
    /// <param name="statistics">What <see cref="Combine"/> found.</param>
    /// <param name="coefficients">Receives rows of values, one per channel: a, p, q.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="samples">The samples of all groups.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="positions">Values of a channel in a sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FindCoefficients(ref float sums, ref float statistics, ref float coefficients, int groups, int samples, int channels, int positions)
    {
        int padded = PanelWidth.RoundUp(channels);
        double count = (double)samples * positions;
        FloatMemory.Clear(ref coefficients, ChannelCoefficients.Length(padded));
        for (int c = 0; c < channels; c++)
        {
            double gradients = 0, products = 0;
            for (int group = 0; group < groups; group++)
            {
                gradients += Unsafe.Add(ref sums, 2 * group * padded + c);
                products += Unsafe.Add(ref sums, (2 * group + 1) * padded + c);
            }

            double scale = Row(ref statistics, ChannelStatistics.Scale, padded, c), inverse = Row(ref statistics, ChannelStatistics.Inverse, padded, c);

            // The product with x takes off again what the offset has of a large mean: both must have the same slope.
            float slope = (float)(-scale * (products / count) * inverse);
            double mean = (double)Row(ref statistics, ChannelStatistics.Mean, padded, c) + Row(ref statistics, ChannelStatistics.MeanRest, padded, c);
            Row(ref coefficients, ChannelCoefficients.Scale, padded, c) = (float)scale;
            Row(ref coefficients, ChannelCoefficients.Slope, padded, c) = slope;
            Row(ref coefficients, ChannelCoefficients.Offset, padded, c) = (float)(-scale * (gradients / count) - mean * slope);
        }
    }

    private static ref float Row(ref float rows, int row, int padded, int channel) => ref Unsafe.Add(ref rows, row * padded + channel);

    private static void Move(ref float batch, ref float running, int channels, float momentum)
    {
        double keeps = 1 - (double)momentum;
        for (int c = 0; c < channels; c++)
            Unsafe.Add(ref running, c) = (float)(keeps * Unsafe.Add(ref running, c) + (double)momentum * Unsafe.Add(ref batch, c));
    }

    private static void Store(ref float sums, ref float gradients, int channels, int padded)
    {
        FloatMemory.Copy(ref sums, ref gradients, channels);
        FloatMemory.Clear(ref Unsafe.Add(ref gradients, channels), padded - channels);
    }
}
