namespace DslNet.Generators.Simd;

/// <summary>
/// Arm64's 128-bit vectors, of which there are 32, and its multiply-add by element: what sums products in tiles has kernels of its
/// own, the rest is the portable target's.
/// </summary>
internal sealed class NeonTarget(Target fallback) : Target
{
    public override string Name => "neon";

    public override string ClassName => "NeonKernels";

    public override string Description => "NEON, 4 lanes, 32 registers";

    public override string? Condition => "global::System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported";

    public override Target? Fallback => fallback;

    // Smaller layers are a few lines without a loop, and wait for one multiply-add after the other.
    public override int WeightsToGain => UnrollBudget.SmallLayer;

    public override int Lanes => 4;

    // Four multiply-adds per cycle, each of four cycles, need so many. The other half of the registers holds the inputs of up to
    // eight samples or columns, four values each.
    public override int Accumulators => 16;

    public override int TileAccumulators => 16;

    public override int TileParts => 2;

    public override bool MultipliesByLane => true;

    protected override string VectorClass => "Vector128";

    public override IEnumerable<string> Usings => [.. base.Usings, "using Lane__ = global::DslNet.CompilerServices.VectorLane;"];

    // A broadcasting load takes the slot of a multiply-add on many processors, a plain one does not.
    public override string Factor(string array, string offset) => $"Lanes__.First(ref {array}, {offset})";

    public override string LoadPair(string array, string offset) => $"Lane__.LoadPair(ref {array}, {offset})";
}
