using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>
/// What the innermost loops of a kernel do for one sample, counted from its shape: the planner compares kernels by it, and the
/// generated code says it. Work outside of these loops is not counted, and everything is assumed to be in L1:
/// most kernels take a little longer. docs/performance.md has what was measured.
/// </summary>
/// <param name="MultiplyAdds">Multiply-adds of vectors.</param>
/// <param name="Loads">Vectors and single values loaded.</param>
/// <param name="Cycles">Cycles that it takes.</param>
internal readonly record struct KernelCost(double MultiplyAdds, double Loads, double Cycles)
{
    // Zen since its second, Intel's cores since Haswell, Arm's since Cortex-A76. Some do more, and Zen 4 one of sixteen lanes, which
    // changes no choice: kernels of one width are compared.
    private const double MultiplyAddsPerCycle = 2, LoadsPerCycle = 2;

    private const double LineFloats = 16;

    /// <summary>What so many multiply-adds and loads cost: whichever takes longer.</summary>
    public static KernelCost Of(double multiplyAdds, double loads) =>
        new(multiplyAdds, loads, Math.Max(multiplyAdds / MultiplyAddsPerCycle, loads / LoadsPerCycle));

    /// <summary>
    /// Multiply-adds of register tiles: for each term, some vectors and some operands to broadcast are loaded, and each vector is
    /// multiplied by each operand.
    /// </summary>
    /// <param name="multiplyAdds">All of them.</param>
    /// <param name="vectors">Vectors of a tile.</param>
    /// <param name="broadcasts">Operands of a tile that are broadcast.</param>
    /// <param name="broadcastsPerLoad">How many of them come with one load, on the average.</param>
    public static KernelCost OfTiles(double multiplyAdds, double vectors, double broadcasts, double broadcastsPerLoad = 1) =>
        Of(multiplyAdds, multiplyAdds / (vectors * broadcasts) * (vectors + broadcasts / broadcastsPerLoad));

    /// <summary>
    /// The loads that a vector at any address counts as: where it crosses the end of a cache line, as vectors of 32 bytes do at
    /// seven of sixteen addresses, it takes two.
    /// </summary>
    public static double Unaligned(int lanes) => 1 + (lanes - 1) / LineFloats;

    /// <summary>One after the other.</summary>
    public static KernelCost operator +(KernelCost one, KernelCost other) =>
        new(one.MultiplyAdds + other.MultiplyAdds, one.Loads + other.Loads, one.Cycles + other.Cycles);

    /// <summary>For the comment of a generated kernel.</summary>
    public override string ToString() =>
        $"Cost model: {Round(Cycles)} cycles per sample ({Round(MultiplyAdds)} vector multiply-adds, {Round(Loads)} loads).";

    private static string Round(double value) => NumberText.Grouped((long)Math.Ceiling(value));
}
