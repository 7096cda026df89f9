namespace DslNet.Generators.Simd;

/// <summary>
/// 128-bit vectors, spelled so that the run-time compiles them for whatever is there: NEON on Arm64, SSE on old x64,
/// WebAssembly's. A multiply-add is fused wherever the processor can do it, and never emulated.
/// </summary>
internal sealed class PortableTarget : Target
{
    public override string Name => "portable";

    public override string ClassName => "PortableKernels";

    public override string Description => "128-bit vectors (NEON on Arm64), 4 lanes";

    public override string? Condition => null;

    public override int Lanes => 4;

    // It multiplies by a lane on any processor: elsewhere a lane is broadcast. Tiles are as large as 32 registers hold, so that those with 16 keep
    // some accumulators on the stack.
    public override Target? Lender => All.Single(target => target is NeonTarget);

    protected override string VectorClass => "Vector128";
}
