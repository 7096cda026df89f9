namespace DslNet.Generators.Simd;

/// <summary>256-bit vectors with fused multiply-add: every x64 processor since 2013 (Intel) or 2015 (AMD).</summary>
internal sealed class Avx2Target : Target
{
    public override string Name => "avx2";

    public override string ClassName => "Avx2Kernels";

    public override string Description => "AVX2 and FMA, 8 lanes";

    public override string? Condition =>
        "global::System.Runtime.Intrinsics.X86.Avx2.IsSupported && global::System.Runtime.Intrinsics.X86.Fma.IsSupported";

    public override int Lanes => 8;

    public override bool Prefetches => true;

    protected override string VectorClass => "Vector256";
}
