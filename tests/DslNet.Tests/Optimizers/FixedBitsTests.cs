using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>
/// The bits after 20 steps, the same on every processor. They were computed apart from this library, by exact rational
/// arithmetic rounded to float32 after each operation, and once after each fused multiply-add.
/// </summary>
public class FixedBitsTests
{
    private const int Length = 11, Steps = 20;

    [Fact]
    public void SGD_has_these_bits() => Assert.Equal(1101597216u, HashAfterSteps(new SGD(0.1f) { WeightDecay = 0.01f }));

    [Fact]
    public void SGD_with_momentum_has_these_bits() => Assert.Equal(4039203918u, HashAfterSteps(new SGD(0.1f) { Momentum = 0.9f }));

    [Fact]
    public void SGD_with_Nesterov_momentum_has_these_bits() =>
        Assert.Equal(1244910022u, HashAfterSteps(new SGD(0.1f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.01f }));

    [Fact]
    public void RMSProp_has_these_bits() => Assert.Equal(379621188u, HashAfterSteps(new RMSProp { WeightDecay = 0.01f }));

    [Fact]
    public void RMSProp_with_momentum_has_these_bits() => Assert.Equal(1909200779u, HashAfterSteps(new RMSProp { Momentum = 0.9f }));

    [Fact]
    public void Adam_has_these_bits() => Assert.Equal(2194433623u, HashAfterSteps(new Adam()));

    [Fact]
    public void AdamW_has_these_bits() => Assert.Equal(2591743877u, HashAfterSteps(new AdamW()));

    private static uint HashAfterSteps(Optimizer optimizer)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-adds the bits are others.");
        float[] parameters = [.. Enumerable.Range(0, Length).Select(i => (i * 13 % 32 - 16) / 8f)];
        for (int step = 0; step < Steps; step++)
            optimizer.Step(parameters, [.. Enumerable.Range(0, Length).Select(i => (float)(((i * 37 + step * 11) % 64 - 32) / 48.0))]);

        // FNV-1a over words.
        return Bits.Of(parameters).Aggregate(2166136261, (hash, bits) => (hash ^ bits) * 16777619);
    }
}
