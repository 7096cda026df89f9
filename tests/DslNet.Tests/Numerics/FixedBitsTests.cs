using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>A hash over each function's results, the same on every processor: a change of any bit shows.</summary>
public sealed class FixedBitsTests
{
    private static readonly Dictionary<string, uint> s_hashes = new()
    {
        ["Exp"] = 3535850151u,
        ["ExpNonPositive"] = 2598836157u,
        ["Log"] = 2412326534u,
        ["Softplus"] = 3481102756u,
        ["SoftplusDerivative"] = 463494146u,
        ["Sigmoid"] = 463494146u,
        ["Tanh"] = 4074019289u,
        ["Erf"] = 644905536u,
        ["Sin"] = 4041140173u,
        ["Cos"] = 1813342766u,
        ["Elu"] = 2757611769u,
        ["EluDerivative"] = 1567735235u,
        ["Silu"] = 124587039u,
        ["SiluDerivative"] = 3645826640u,
        ["Mish"] = 4235038530u,
        ["MishDerivative"] = 3784104791u,
        ["Gelu"] = 274119493u,
        ["GeluDerivative"] = 69312238u,
    };

    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void The_bits_are_these(string name)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-adds the bits are others.");
        VectorFunction function = VectorFunctions.Named(name);
        uint actual = Hash(function.Apply(Sweep.Between(function.From, function.To)));
        Assert.True(s_hashes.TryGetValue(name, out uint expected), $"{name} has no hash here. Add [\"{name}\"] = {actual}u.");
        Assert.Equal(expected, actual);
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
