using System.Globalization;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>Asserts that floats are as near to the oracle's numbers as their rounding allows.</summary>
internal static class Closeness
{
    // Products of two errors are left out of the bounds; errors are far below 1.
    private const double SecondOrder = 1.01;

    // What is wrong in a kernel (a term, a place, a factor) is of the size of the numbers themselves. Bounds are for the worst case, which
    // grows with each layer; beyond this part of the largest number a comparison would be worth little.
    public const double Loosest = 0.25;

    public static void Verify(string what, double expected, double error, double actual)
    {
        if (!(Math.Abs(expected - actual) <= SecondOrder * error + Rounding.Unit * Math.Abs(expected) + Rounding.Tiny))
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what} is {actual:G9}, not {expected:G9} ± {error:G2}."));
    }

    /// <param name="what">What is compared.</param>
    /// <param name="expected">The oracle's numbers.</param>
    /// <param name="actual">The network's.</param>
    /// <param name="mustBeClose">Whether a loose bound fails. Drawn gradients may by chance almost cancel; nothing is wrong then.</param>
    public static void Verify(string what, Bounded expected, ReadOnlySpan<float> actual, bool mustBeClose = true)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
            Verify($"{what}[{i.ToString(CultureInfo.InvariantCulture)}]", expected.Value[i], expected.Error[i], actual[i]);

        double largest = expected.Value.Max(Math.Abs), loosest = expected.Error.Max();
        Assert.True(!mustBeClose || largest < 1e-5 || loosest < Loosest * largest, $"{what}: an error of {loosest} is allowed, but the largest number is {largest}.");
    }

    public static void VerifyBits(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}[{i}] is {actual[i]:G9}, not {expected[i]:G9} to the bit."));
        }
    }
}
