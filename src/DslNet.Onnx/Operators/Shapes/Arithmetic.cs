using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Sums and comparisons of integers that shapes are computed with; null where the result depends on how many samples there are.</summary>
internal static class Arithmetic
{
    public static Extent? Add(Extent left, Extent right) =>
        left.Factor == 0 ? right : right.Factor == 0 ? left : left.PerSample == right.PerSample ? Sum(left.Factor, right.Factor, left.PerSample) : null;

    public static Extent? Subtract(Extent left, Extent right) => right.Factor == long.MinValue ? null : Add(left, right with { Factor = -right.Factor });

    public static Extent? Multiply(Extent left, Extent right) => left.Times(right);

    public static Extent? Divide(Extent left, Extent right) => left.PerSample || right.PerSample ? left.Over(right)
        : right.Factor is 0 or -1 ? null : left.Factor / right.Factor;

    /// <summary>Lengths are at least 1: a multiple of them is no number below that.</summary>
    public static Extent? Equal(Extent left, Extent right) => left == right ? 1
        : left.PerSample == right.PerSample || (left.PerSample ? right : left).Factor <= 0 ? 0
        : null;

    private static Extent? Sum(long left, long right, bool perSample) => (Int128)left + right is var sum && sum <= long.MaxValue && sum >= long.MinValue ? new Extent((long)sum, perSample) : null;
}
