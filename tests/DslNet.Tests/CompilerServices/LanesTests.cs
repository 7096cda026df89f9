using System.Runtime.Intrinsics;
using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>What kernels do in one call, beside the same value by value: to the last bit, in every width.</summary>
public sealed class LanesTests
{
    private const int Columns = 16;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    public void Rows_are_added_in_four_partial_sums(int count)
    {
        float[] rows = Values(count * Columns), before = Values(Columns);
        float[] four = [.. before], eight = [.. before], sixteen = [.. before];
        Lanes4.AddRows(ref rows[0], count, ref four[0], Columns);
        Lanes8.AddRows(ref rows[0], count, ref eight[0], Columns);
        Lanes16.AddRows(ref rows[0], count, ref sixteen[0], Columns);
        float[] expected = new float[Columns];
        for (int column = 0; column < Columns; column++)
        {
            float[] sums = new float[4];
            for (int row = 0; row < count; row++)
                sums[row % 4] += rows[row * Columns + column];
            expected[column] = before[column] + ((sums[0] + sums[1]) + (sums[2] + sums[3]));
        }

        Assert.Equal(expected, four);
        Assert.Equal(expected, eight);
        Assert.Equal(expected, sixteen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_are_accumulated_or_overwrite(bool kept)
    {
        const int count = 5, stride = Columns + 3;
        float[] rows = Values(count * stride), before = Values(Columns);
        float[] four = [.. before], eight = [.. before], sixteen = [.. before];
        Lanes4.AccumulateRows(ref rows[0], stride, count, kept ? Vector128<float>.AllBitsSet : default, ref four[0], Columns);
        Lanes8.AccumulateRows(ref rows[0], stride, count, kept ? Vector256<float>.AllBitsSet : default, ref eight[0], Columns);
        Lanes16.AccumulateRows(ref rows[0], stride, count, kept ? Vector512<float>.AllBitsSet : default, ref sixteen[0], Columns);
        float[] expected = [.. before.Select((value, column) =>
            (kept ? value : 0) + Enumerable.Range(0, count).Aggregate(0f, (sum, row) => sum + rows[row * stride + column]))];
        Assert.Equal(expected, four);
        Assert.Equal(expected, eight);
        Assert.Equal(expected, sixteen);
    }

    /// <summary>NaN stays NaN, and of two zeros none is negative that was not.</summary>
    [Fact]
    public void ReLU_and_its_gradient_pass_NaN()
    {
        float[] values = [float.NaN, -0f, 0f, -1f, 2f, float.NegativeInfinity, float.PositiveInfinity, 1e-45f];
        float[] expected = [float.NaN, -0f, 0f, 0f, 2f, 0f, float.PositiveInfinity, 1e-45f];
        float[] four = new float[8], eight = new float[8], gradients = new float[8], ones = [.. Enumerable.Repeat(1f, 8)];
        Lanes4.StoreTwoReLU(Vector128.LoadUnsafe(ref values[0]), Vector128.LoadUnsafe(ref values[4]), ref four[0], 0);
        Lanes8.StoreReLU(Vector256.LoadUnsafe(ref values[0]), ref eight[0], 0);
        Lanes8.StoreReLUGradient(Vector256.LoadUnsafe(ref ones[0]), ref eight[0], ref gradients[0], 0);
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), four.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), eight.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([1, 0, 0, 0, 1, 0, 1, 1], gradients);
    }

    [Fact]
    public void A_term_is_a_multiply_add_for_each_value_and_vector()
    {
        const int offset = 2, stride = 5, first = 3;
        float[] values = Values(32), vectors = Values(64);
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        Lanes8.AddLoaded4x2(ref values[0], offset, stride, ref vectors[0], first, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
        Vector256<float>[] sums = [a, b, c, d, e, f, g, h];
        for (int row = 0; row < 4; row++)
        {
            for (int vector = 0; vector < 2; vector++)
                Assert.Equal(Vector256.LoadUnsafe(ref vectors[first + vector * 8]) * values[offset + row * stride], sums[row * 2 + vector]);
        }
    }

    private static float[] Values(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
