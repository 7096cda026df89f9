namespace DslNet.Generators.Simd;

/// <summary>
/// 512-bit vectors and 32 registers: Intel's servers since 2017, AMD's processors since 2022. Only what runs along panels of
/// sixteen outputs has kernels of its own; the rest is the fallbacks'.
/// </summary>
internal sealed class Avx512Target(Target fallback) : Target
{
    public override string Name => "avx512";

    public override string ClassName => "Avx512Kernels";

    public override string Description => "AVX-512, 16 lanes";

    // The first half is false too on processors that lower their clock for vectors so wide, and says all that the run-time
    // needs; the second keeps what follows to x64, whatever else may have such vectors one day.
    public override string? Condition =>
        "global::System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated && global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported";

    public override Target? Fallback => fallback;

    // One sample of a smaller dense layer waits for the layer before: narrower vectors are stored and found again sooner.
    public override int WeightsToGainAlone => 2048;

    public override int Lanes => 16;

    public override bool Prefetches => true;

    public override bool FusesUpdate => true;

    // There would be registers for 24 and more, since inputs are broadcast from memory by the multiply-add itself; but half as
    // many keep it busy, and the text grows with them.
    public override int Accumulators => 16;

    public override int TileAccumulators => 16;

    public override int TileParts => 2;

    protected override string VectorClass => "Vector512";
}
