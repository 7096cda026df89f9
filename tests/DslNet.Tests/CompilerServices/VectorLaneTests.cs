using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>Multiplying by one lane, and the loads for it.</summary>
public sealed class VectorLaneTests
{
    private static readonly Vector128<float> s_numbers = Vector128.Create(2f, 3f, 5f, 7f);

    [Fact]
    public void Each_lane_multiplies_the_whole_vector()
    {
        Vector128<float> vector = Vector128.Create(1f, 10f, 100f, 1000f), addend = Vector128.Create(0.5f, 0.25f, 0.125f, -1f);
        Assert.Equal(vector * 2 + addend, VectorLane.MultiplyAdd(s_numbers, 0, vector, addend));
        Assert.Equal(vector * 3 + addend, VectorLane.MultiplyAdd(s_numbers, 1, vector, addend));
        Assert.Equal(vector * 5 + addend, VectorLane.MultiplyAdd(s_numbers, 2, vector, addend));
        Assert.Equal(vector * 7 + addend, VectorLane.MultiplyAdd(s_numbers, 3, vector, addend));
    }

    [Fact]
    public void It_is_rounded_once_where_the_processor_can()
    {
        // (1 + e)² − 1 = 2e + e², of which a product rounded before the subtraction loses the last.
        float e = MathF.ScaleB(1, -12), expected = Fma.IsSupported || AdvSimd.Arm64.IsSupported ? 2 * e + e * e : 2 * e;
        Vector128<float> number = Vector128.Create(1 + e);
        Assert.Equal(Vector128.Create(expected), VectorLane.MultiplyAdd(number, 2, number, Vector128.Create(-1f)));
    }

    [Fact]
    public void A_pair_is_two_neighbours()
    {
        float[] array = [1, 2, 3];
        Vector128<float> pair = VectorLane.LoadPair(ref array[0], 1);
        Assert.Equal((2f, 3f), (pair[0], pair[1]));
    }
}
