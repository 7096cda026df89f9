using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>A hash over each function's results, the same on every processor: a change of any bit shows.</summary>
public sealed class FixedBitsTests
{
    [Theory]
    [InlineData("Exp", 3535850151u)]
    [InlineData("ExpNonPositive", 2598836157u)]
    [InlineData("Log", 2412326534u)]
    [InlineData("Softplus", 3481102756u)]
    [InlineData("Sigmoid", 463494146u)]
    [InlineData("Tanh", 4074019289u)]
    [InlineData("Erf", 644905536u)]
    [InlineData("Elu", 2757611769u)]
    [InlineData("EluDerivative", 1567735235u)]
    [InlineData("Silu", 124587039u)]
    [InlineData("SiluDerivative", 3645826640u)]
    [InlineData("Gelu", 274119493u)]
    [InlineData("GeluDerivative", 69312238u)]
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
