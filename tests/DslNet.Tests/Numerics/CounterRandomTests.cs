using System.Numerics;
using System.Runtime.Intrinsics;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>Fixed values, equal widths and the statistics of <see cref="CounterRandom"/>.</summary>
public sealed class CounterRandomTests
{
    private const int Samples = 512, Elements = 1024;

    [Fact]
    public void Known_values()
    {
        Assert.Equal(0x238275BC38FCBE91ul, CounterRandom.Key(0, 0, 0));
        Assert.Equal(0x16AC154FD2B63829ul, CounterRandom.Key(7, 123, 4, 5));
        Assert.Equal(0x221DA8B94C30B372ul, CounterRandom.Key(-7, -1, 4, 5));
        Assert.Equal(0u, CounterRandom.Draw(0, 0));
        Assert.Equal(0xFBEB1753u, CounterRandom.Draw(0x0123456789ABCDEF, 42));
        Assert.Equal(0x639CF9E1E4C31FDCul, CounterRandom.Draw64(0x0123456789ABCDEF, 42));
    }

    [Fact]
    public void A_key_is_made_step_by_step_or_at_once()
    {
        Assert.Equal(CounterRandom.Key(CounterRandom.Key(1, 2, 3), 4), CounterRandom.Key(1, 2, 3, 4));
    }

    [Fact]
    public void Every_width_draws_the_same_bits()
    {
        for (uint i = 0; i < 4000; i += 8)
        {
            ulong key = CounterRandom.Key(1, i, 2, 3);
            Vector256<uint> elements = Vector256.Create(i * 77_777) + Vector256<uint>.Indices;
            Vector256<uint> draws = CounterRandom.Draw(key, elements);
            Assert.Equal(draws, Vector256.Create(CounterRandom.Draw(key, elements.GetLower()), CounterRandom.Draw(key, elements.GetUpper())));
            Vector256<float> uniform = CounterRandom.Uniform(draws);
            Assert.Equal(uniform, Vector256.Create(CounterRandom.Uniform(draws.GetLower()), CounterRandom.Uniform(draws.GetUpper())));
            for (int lane = 0; lane < 8; lane++)
            {
                Assert.Equal(CounterRandom.Draw(key, elements.GetElement(lane)), draws.GetElement(lane));
                Assert.Equal(CounterRandom.Uniform(draws.GetElement(lane)), uniform.GetElement(lane));
            }
        }
    }

    [Fact]
    public void Uniform_numbers_stay_inside_their_interval()
    {
        Assert.Equal(0f, CounterRandom.Uniform(0u));
        Assert.Equal(1 - 1f / (1 << 24), CounterRandom.Uniform(uint.MaxValue));
        Assert.Equal(0.0, CounterRandom.Uniform(0ul));
        Assert.Equal(1 - Math.ScaleB(1, -53), CounterRandom.Uniform(ulong.MaxValue));
        Assert.Equal(Math.ScaleB(1, -53), CounterRandom.OpenUniform(0));
        Assert.Equal(1 - Math.ScaleB(1, -53), CounterRandom.OpenUniform(ulong.MaxValue));
    }

    [Fact]
    public void Every_bit_is_set_half_of_the_time()
    {
        int[] counts = new int[32];
        foreach (uint draw in Grid())
        {
            for (int bit = 0; bit < 32; bit++)
                counts[bit] += (int)(draw >> bit & 1);
        }

        // Five standard deviations of a fair coin.
        const double n = (double)Samples * Elements;
        Assert.All(counts, count => Assert.Equal(n / 2, count, 2.5 * Math.Sqrt(n)));
    }

    [Fact]
    public void Mean_and_spread_are_uniform()
    {
        double sum = 0, squares = 0;
        foreach (uint draw in Grid())
        {
            double u = CounterRandom.Uniform(draw) - 0.5;
            sum += u;
            squares += u * u;
        }

        const double n = (double)Samples * Elements;
        Assert.Equal(0, sum / n, 5 * Math.Sqrt(1.0 / 12 / n));
        Assert.Equal(1.0 / 12, squares / n, 5 * Math.Sqrt(1.0 / 180 / n));
    }

    /// <summary>Neighbours in element, in sample, along both diagonals, and farther apart.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(0, 8)]
    [InlineData(0, 256)]
    [InlineData(8, 0)]
    [InlineData(256, 0)]
    [InlineData(2, -3)]
    public void Numbers_do_not_correlate(int samples, int elements)
    {
        double[] grid = [.. Grid().Select(draw => CounterRandom.Uniform(draw) - 0.5)];
        double sum = 0;
        int n = 0;
        for (int s = 0; s + samples < Samples; s++)
        {
            for (int e = Math.Max(0, -elements); e + Math.Max(0, elements) < Elements; e++, n++)
                sum += grid[s * Elements + e] * grid[(s + samples) * Elements + e + elements];
        }

        Assert.Equal(0, sum / n * 12, 5 / Math.Sqrt(n));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Masks_of_neighbouring_seeds_steps_and_layers_do_not_correlate(int seed, int step, int layer)
    {
        double sum = 0;
        const int n = 400_000;
        for (int i = 0; i < n; i++)
        {
            int s = i % 20, e = i / 20;
            double a = CounterRandom.Uniform(CounterRandom.Draw(CounterRandom.Key(5, 6, 7, s), (uint)e)) - 0.5;
            double b = CounterRandom.Uniform(CounterRandom.Draw(CounterRandom.Key(5 + seed, 6 + step, 7 + layer, s), (uint)e)) - 0.5;
            sum += a * b;
        }

        Assert.Equal(0, sum / n * 12, 5 / Math.Sqrt(n));
    }

    /// <summary>Chi-squared over 256 × 256 pairs of the leading bytes of an element and the next, and of a sample and the next.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Pairs_fill_the_square_evenly(int samples, int elements)
    {
        int[] cells = new int[1 << 16];
        uint[] grid = Grid();
        int n = 0;
        for (int s = 0; s + samples < Samples; s++)
        {
            for (int e = 0; e + elements < Elements; e++, n++)
                cells[grid[s * Elements + e] >> 24 << 8 | grid[(s + samples) * Elements + e + elements] >> 24]++;
        }

        double expected = (double)n / cells.Length;
        double chi = cells.Sum(c => (c - expected) * (c - expected) / expected);
        double degrees = cells.Length - 1;
        Assert.Equal(degrees, chi, 5 * Math.Sqrt(2 * degrees));
    }

    /// <summary>Flipping one bit of the element or of the key flips each bit of the number half of the time.</summary>
    [Fact]
    public void Every_input_bit_reaches_every_output_bit()
    {
        const int trials = 4000;
        for (int input = 0; input < 96; input++)
        {
            int[] flips = new int[32];
            for (int t = 0; t < trials; t++)
            {
                ulong key = CounterRandom.Key(t, 0, 0, 0);
                uint element = (uint)t;
                uint before = CounterRandom.Draw(key, element);
                uint after = input < 32
                    ? CounterRandom.Draw(key, element ^ 1u << input)
                    : CounterRandom.Draw(key ^ 1ul << (input - 32), element);
                for (int bit = 0; bit < 32; bit++)
                    flips[bit] += (int)((before ^ after) >> bit & 1);
            }

            Assert.All(flips, f => Assert.InRange((double)f / trials, 0.44, 0.56));
        }
    }

    /// <summary>Flipping one bit of seed, step, layer or sample changes about half of the key.</summary>
    [Fact]
    public void Every_part_of_a_key_is_mixed()
    {
        ulong key = CounterRandom.Key(1, 2, 3, 4);
        for (int bit = 0; bit < 64; bit++)
        {
            ulong step = CounterRandom.Key(1, 2 ^ 1L << bit, 3, 4);
            Assert.InRange(BitOperations.PopCount(key ^ step), 14, 50);
            if (bit >= 32)
                continue;
            Assert.InRange(BitOperations.PopCount(key ^ CounterRandom.Key(1 ^ 1 << bit, 2, 3, 4)), 14, 50);
            Assert.InRange(BitOperations.PopCount(key ^ CounterRandom.Key(1, 2, 3 ^ 1 << bit, 4)), 14, 50);
            Assert.InRange(BitOperations.PopCount(key ^ CounterRandom.Key(1, 2, 3, 4 ^ 1 << bit)), 14, 50);
        }
    }

    /// <summary>No run of one sample's numbers returns in another's, at whatever offset.</summary>
    [Fact]
    public void No_sample_repeats_another()
    {
        uint[] grid = Grid();
        HashSet<ulong> pairs = [];
        for (int i = 0; i + 1 < grid.Length; i += 2)
        {
            pairs.Add((ulong)grid[i] << 32 | grid[i + 1]);
            pairs.Add((ulong)grid[i + 1] << 32 | grid[i]);
        }

        Assert.Equal(grid.Length, pairs.Count);
    }

    private static uint[] Grid()
    {
        uint[] grid = new uint[Samples * Elements];
        ulong key = CounterRandom.Key(seed: 7, step: 1000, layer: 3);
        for (int s = 0; s < Samples; s++)
        {
            ulong sampleKey = CounterRandom.Key(key, s);
            for (uint e = 0; e < Elements; e++)
                grid[s * Elements + e] = CounterRandom.Draw(sampleKey, e);
        }

        return grid;
    }
}
