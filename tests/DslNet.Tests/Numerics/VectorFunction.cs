using System.Runtime.Intrinsics;

namespace DslNet.Tests.Numerics;

/// <summary>One function in both widths, what it should be, and how far from that it may be.</summary>
/// <param name="Name">As in docs/numerics.md.</param>
/// <param name="Wide">Eight lanes.</param>
/// <param name="Narrow">Four lanes.</param>
/// <param name="Exact">The same in double precision.</param>
/// <param name="From">The first number for which the bound holds.</param>
/// <param name="To">The last.</param>
/// <param name="Bound">The bound in units of the last place.</param>
/// <param name="Floor">Units are those of this number where the value is smaller: for derivatives, which cross zero.</param>
public sealed record VectorFunction(
    string Name,
    Func<Vector256<float>, Vector256<float>> Wide,
    Func<Vector128<float>, Vector128<float>> Narrow,
    Func<double, double> Exact,
    float From,
    float To,
    double Bound,
    double Floor = float.Epsilon)
{
    /// <summary>The function of each number in turn, eight at a time.</summary>
    public float[] Apply(ReadOnlySpan<float> xs)
    {
        float[] ys = new float[xs.Length];
        Span<float> padded = stackalloc float[Vector256<float>.Count];
        for (int i = 0; i < xs.Length; i += Vector256<float>.Count)
        {
            ReadOnlySpan<float> part = xs.Slice(i, Math.Min(Vector256<float>.Count, xs.Length - i));
            part.CopyTo(padded);
            Vector256<float> y = Wide(Vector256.Create((ReadOnlySpan<float>)padded));
            for (int lane = 0; lane < part.Length; lane++)
                ys[i + lane] = y.GetElement(lane);
        }

        return ys;
    }

    /// <summary>The function of one number.</summary>
    public float At(float x) => Wide(Vector256.Create(x)).GetElement(0);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
