using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>The inverse of the normal distribution, and the logarithm that it needs.</summary>
public sealed class InverseNormalTests
{
    // Quantiles to 20 digits, of the normal distribution's tables.
    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.75, 0.67448975019608174320)]
    [InlineData(0.9, 1.28155156554460046696)]
    [InlineData(0.95, 1.64485362695147271486)]
    [InlineData(0.975, 1.95996398454005423552)]
    [InlineData(0.99, 2.32634787404084110089)]
    [InlineData(0.999, 3.09023230616781354153)]
    [InlineData(0.001, -3.09023230616781354153)]
    [InlineData(0.025, -1.95996398454005423552)]
    [InlineData(1e-4, -3.71901648545567985)]
    [InlineData(1e-5, -4.26489079392282)]
    [InlineData(1e-6, -4.75342430882289895)]
    public void Known_quantile(double p, double expected)
    {
        Assert.Equal(expected, InverseNormal.Of(p), 5e-15 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void It_undoes_the_cumulative_function()
    {
        for (double x = -37; x <= 6; x += 0.0137)
        {
            double p = Reference.Normal(x);

            // What one rounding of p moves the quantile by, and as much relative to x.
            double slack = 2e-13 * Math.Max(1, Math.Abs(x)) + 2e-16 * Math.Exp(0.5 * Math.Max(x, 0) * Math.Max(x, 0)) * 6;
            Assert.Equal(x, InverseNormal.Of(p), slack);
        }
    }

    [Fact]
    public void Ends_and_beyond()
    {
        Assert.Equal(double.NegativeInfinity, InverseNormal.Of(0));
        Assert.Equal(double.PositiveInfinity, InverseNormal.Of(1));
        Assert.Equal(double.NaN, InverseNormal.Of(-0.1));
        Assert.Equal(double.NaN, InverseNormal.Of(1.1));
        Assert.Equal(double.NaN, InverseNormal.Of(double.NaN));
        Assert.True(double.IsFinite(InverseNormal.Of(CounterRandom.OpenUniform(0))));
        Assert.Equal(-InverseNormal.Of(CounterRandom.OpenUniform(0)), InverseNormal.Of(CounterRandom.OpenUniform(ulong.MaxValue)));
    }

    [Fact]
    public void Moments_of_numbers_drawn_through_it()
    {
        const int count = 200_000;
        ulong key = CounterRandom.Key(seed: 3, step: -1, layer: 2, sample: 0);
        double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
        for (int i = 0; i < count; i++)
        {
            double x = InverseNormal.Of(CounterRandom.OpenUniform(CounterRandom.Draw64(key, (ulong)i)));
            m1 += x;
            m2 += x * x;
            m3 += x * x * x;
            m4 += x * x * x * x;
        }

        // Four standard errors: the variances of the powers are 1, 2, 15 and 96.
        double error = 4 / Math.Sqrt(count);
        Assert.Equal(0, m1 / count, error);
        Assert.Equal(1, m2 / count, error * Math.Sqrt(2));
        Assert.Equal(0, m3 / count, error * Math.Sqrt(15));
        Assert.Equal(3, m4 / count, error * Math.Sqrt(96));
    }

    [Fact]
    public void The_logarithm_is_exact_to_its_last_bits()
    {
        ulong key = CounterRandom.Key(1, 0, 0, 0);
        for (uint i = 0; i < 200_000; i++)
        {
            // Every exponent, subnormal ones included, and half of the time numbers near one.
            ulong bits = CounterRandom.Draw64(key, i) >> 1;
            double x = i % 2 == 0 ? BitConverter.UInt64BitsToDouble(bits) : 1 + CounterRandom.Uniform(bits << 1) * 0.6 - 0.3;
            if (!double.IsFinite(x) || x == 0)
                continue;
            double expected = Math.Log(x);
            Assert.Equal(expected, ScalarMath.Log(x), 5e-16 * Math.Abs(expected));
        }

        Assert.Equal(0, ScalarMath.Log(1));
        Assert.Equal(double.NegativeInfinity, ScalarMath.Log(0));
        Assert.Equal(double.PositiveInfinity, ScalarMath.Log(double.PositiveInfinity));
        Assert.Equal(double.NaN, ScalarMath.Log(-1));
        Assert.Equal(double.NaN, ScalarMath.Log(double.NaN));
        Assert.Equal(Math.Log(double.Epsilon), ScalarMath.Log(double.Epsilon), 1e-12);
    }

    /// <summary>Hashes of results that no processor may change.</summary>
    [Fact]
    public void The_bits_are_these()
    {
        ulong hash = 0;
        for (ulong i = 0; i < 10_000; i++)
        {
            double x = InverseNormal.Of(CounterRandom.OpenUniform(CounterRandom.Draw64(42, i)));
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(x)) * 1099511628211;
        }

        Assert.Equal(10896700715070266742ul, hash);
    }
}
