using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>A hash over each function's results, the same on every processor: a change of any bit shows.</summary>
public sealed class FixedBitsTests
{
    [Theory]
    [InlineData("Exp", 0u)]
    public void The_bits_are_these(string name, uint expected)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-adds the bits are others.");
        Assert.Equal(expected, Hash(VectorFunctions.Named(name).Apply(Sweep.Numbers)));
    }

    // FNV-1a over words.
    private static uint Hash(float[] values)
    {
        uint hash = 2166136261;
        foreach (float value in values)
            hash = (hash ^ BitConverter.SingleToUInt32Bits(float.IsNaN(value) ? float.NaN : value)) * 16777619;
        return hash;
    }
}
