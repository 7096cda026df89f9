using System.Globalization;

namespace DslNet.Onnx.Graphs;

/// <summary>The length of an axis, or an integer that is computed from lengths: a number, or a multiple of the samples of a call, which nobody knows yet.</summary>
/// <param name="Factor">The number, or how many for each sample.</param>
/// <param name="PerSample">Whether it is multiplied by the samples of a call.</param>
internal readonly record struct Extent(long Factor, bool PerSample)
{
    /// <summary>The samples of a call.</summary>
    public static Extent Batch { get; } = new(1, true);

    public bool IsBatch => this == Batch;

    public static implicit operator Extent(long number) => new(number, false);

    /// <summary>The product; null if it is none of the two kinds, or too large.</summary>
    public Extent? Times(Extent other) =>
        PerSample && other.PerSample || Math.BigMul(Factor, other.Factor) is var product && (product > long.MaxValue || product < long.MinValue) ? null
        : new((long)product, PerSample || other.PerSample);

    /// <summary>The quotient, if it is one of the two kinds and nothing is left.</summary>
    public Extent? Over(Extent other) => other.Factor == 0 || Factor % other.Factor != 0 || other.PerSample && !PerSample ? null
        : new(Factor / other.Factor, PerSample && !other.PerSample);

    /// <summary>The product of all; null if there is none.</summary>
    public static Extent? Product(IEnumerable<Extent> extents)
    {
        Extent? product = 1;
        foreach (Extent extent in extents)
            product = product?.Times(extent);
        return product;
    }

    public override string ToString() => IsBatch ? "batch" : PerSample ? string.Create(CultureInfo.InvariantCulture, $"{Factor}·batch") : Factor.ToString(CultureInfo.InvariantCulture);
}
