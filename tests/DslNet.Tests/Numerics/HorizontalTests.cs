using System.Runtime.Intrinsics;
using CsCheck;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>The trees of <see cref="Horizontal"/>, written out in scalars.</summary>
public sealed class HorizontalTests
{
    private static readonly Gen<float[]> Lanes = Gen.Float[-1e6f, 1e6f].Array[8];

    [Fact]
    public void The_sum_follows_the_tree()
    {
        Lanes.Sample(l =>
        {
            float expected = (l[0] + l[4] + (l[2] + l[6])) + (l[1] + l[5] + (l[3] + l[7]));
            Assert.Equal(expected, Horizontal.Sum(Vector256.Create(l)));
            Assert.Equal(expected, Horizontal.Sum(Vector128.Create(l), Vector128.Create(l, 4)));
        });
    }

    [Fact]
    public void The_order_of_the_tree_matters_and_is_the_documented_one()
    {
        // 2²⁴ + 1 is no float: a sum from left to right would lose every one of these ones.
        float[] l = [16777216, 1, 1, 1, -16777216, 1, 1, 1];
        Assert.Equal(6, Horizontal.Sum(Vector256.Create(l)));
    }

    [Fact]
    public void The_maximum_follows_the_tree()
    {
        Lanes.Sample(l =>
        {
            Assert.Equal(l.Max(), Horizontal.Max(Vector256.Create(l)));
            Assert.Equal(l.Max(), Horizontal.Max(Vector128.Create(l), Vector128.Create(l, 4)));
        });
    }

    [Fact]
    public void The_maximum_takes_the_second_where_neither_is_larger()
    {
        static float Max(float a, float b) => a > b ? a : b;
        float[] values = [0f, -0f, float.NaN, 1f];
        Gen.Int[0, values.Length - 1].Select(i => values[i]).Array[8].Sample(l =>
        {
            float expected = Max(Max(Max(l[0], l[4]), Max(l[2], l[6])), Max(Max(l[1], l[5]), Max(l[3], l[7])));
            foreach (float actual in new[] { Horizontal.Max(Vector256.Create(l)), Horizontal.Max(Vector128.Create(l), Vector128.Create(l, 4)) })
            {
                Assert.True(float.IsNaN(expected)
                    ? float.IsNaN(actual)
                    : BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual));
            }
        });
    }
}
