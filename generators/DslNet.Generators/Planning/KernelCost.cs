using DslNet.Generators.Model;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Planning;

/// <summary>
/// What the innermost loops of a kernel do for one sample, counted from its shape: the planner compares kernels by it, and the
/// generated code says it. Work outside of these loops is not counted, and everything is supposed to lie in the nearest cache:
/// most kernels take a little longer. docs/performance.md has what was measured.
/// </summary>
/// <param name="MultiplyAdds">Multiply-adds of vectors.</param>
/// <param name="Loads">Vectors and broadcast numbers loaded.</param>
internal readonly record struct KernelCost(double MultiplyAdds, double Loads)
{
    private const double LineFloats = 16;

    // Zen since its second, Intel's cores since Haswell, Arm's since Cortex-A76.
    private const double MultiplyAddsACycle = 2, LoadsACycle = 2;

    /// <summary>
    /// The loads that a vector at any place counts as: where it crosses the end of a cache line, as vectors of 32 bytes do at
    /// seven of sixteen places, it takes two.
    /// </summary>
    public static double AnyPlace(int lanes) => 1 + (lanes - 1) / LineFloats;

    /// <summary>Cycles that it takes.</summary>
    public double Cycles => Math.Max(MultiplyAdds / MultiplyAddsACycle, Loads / LoadsACycle);

    /// <summary>
    /// Multiply-adds in tiles of registers: for each term, every row's number is broadcast and every vector loaded once, and
    /// each is used for all of the others.
    /// </summary>
    public static KernelCost OfTiles(Target target, double multiplyAdds, double rows, double vectors) =>
        new(multiplyAdds, multiplyAdds * (1 / rows + 1 / (vectors * target.NumbersALoad)));

    public static KernelCost operator +(KernelCost one, KernelCost other) => new(one.MultiplyAdds + other.MultiplyAdds, one.Loads + other.Loads);

    /// <summary>For the comment of a generated kernel.</summary>
    public override string ToString() =>
        $"Cost model: {Round(Cycles)} cycles a sample ({Round(MultiplyAdds)} vector multiply-adds, {Round(Loads)} loads).";

    private static string Round(double value) => NumberText.Grouped((long)Math.Ceiling(value));
}
