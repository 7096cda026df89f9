using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>A hash over each function's results, the same on every processor: a change of any bit shows.</summary>
public sealed class FixedBitsTests
{
    [Theory]
    [InlineData("Exp", 3246060761u)]
    [InlineData("ExpNonPositive", 2571967669u)]
    [InlineData("Log", 2412326534u)]
    [InlineData("Softplus", 3048741967u)]
    [InlineData("Sigmoid", 3818891464u)]
    [InlineData("Tanh", 1548138923u)]
    [InlineData("Erf", 1296305054u)]
    [InlineData("Elu", 2141549592u)]
    [InlineData("Silu", 3178098249u)]
    [InlineData("SiluDerivative", 2727515842u)]
    [InlineData("Gelu", 702036267u)]
    [InlineData("GeluDerivative", 1088675710u)]
    public void The_bits_are_these(string name, uint expected)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-adds the bits are others.");
        VectorFunction function = VectorFunctions.Named(name);
        Assert.Equal(expected, Hash(function.Apply(Sweep.Between(function.From, function.To))));
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
