using System.Runtime.Intrinsics;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>Functions that vectors of sixteen lanes have too: the bits of those of eight.</summary>
public sealed class SixteenLaneTests
{
    private const uint Step = 10_007;

    /// <summary>Floats of all signs and sizes, infinities and those that are no number.</summary>
    [Fact]
    public void BitsAreThoseOfEightLanes()
    {
        for (ulong first = 0; first <= uint.MaxValue; first += 16ul * Step)
        {
            Vector512<float> x = (Vector512.Create((uint)first) + Vector512<uint>.Indices * Step).AsSingle();
            Check(x, VectorMath.Tanh(x), VectorMath.Tanh(x.GetLower()), VectorMath.Tanh(x.GetUpper()));
            Check(x, VectorMath.Sigmoid(x), VectorMath.Sigmoid(x.GetLower()), VectorMath.Sigmoid(x.GetUpper()));
            Vector512<float> negative = -Vector512.Abs(x);
            Check(negative, VectorMath.ExpNonPositive(negative), VectorMath.ExpNonPositive(negative.GetLower()), VectorMath.ExpNonPositive(negative.GetUpper()));
        }
    }

    private static void Check(Vector512<float> x, Vector512<float> actual, Vector256<float> lower, Vector256<float> upper)
    {
        Vector512<float> expected = Vector512.Create(lower, upper);
        if (!Vector512.EqualsAll(actual.AsUInt32(), expected.AsUInt32()))
            Assert.Fail($"of {x}: {actual}, but {expected}");
    }
}
