namespace DslNet.Generators.Simd;

/// <summary>
/// 128-bit vectors, spelled so that the run-time compiles them for whatever is there: NEON on Arm64, SSE on old x64,
/// WebAssembly's. A multiply-add is fused wherever the processor can do it, and never emulated.
/// </summary>
internal sealed class PortableTarget(Target? lender = null) : Target
{
    public override string Name => "portable";

    public override string ClassName => "PortableKernels";

    public override string Description => "128-bit vectors (NEON on Arm64), 4 lanes";

    public override string? Condition => null;

    public override int Lanes => 4;

    // Where NEON's kernels are generated anyway. They multiply by a lane on any processor, broadcasting it where no instruction does so, but their tiles
    // are as large as 32 registers hold: with 16, products take 1.5 times as long.
    public override Target? Lender => lender;

    protected override string VectorClass => "Vector128";
}
