using System.Collections.Immutable;
using System.Globalization;

namespace DslNet;

/// <summary>The lengths of a tensor's axes, the first one outermost.</summary>
public readonly struct TensorShape : IEquatable<TensorShape>
{
    private readonly ImmutableArray<int> _axes;

    /// <summary>A shape of the given lengths.</summary>
    public TensorShape(params ReadOnlySpan<int> axes) => _axes = [.. axes];

    /// <summary>The lengths of the axes.</summary>
    public ImmutableArray<int> Axes => _axes.IsDefault ? [] : _axes;

    /// <summary>The number of axes.</summary>
    public int Rank => Axes.Length;

    /// <summary>The length of an axis.</summary>
    public int this[int axis] => Axes[axis];

    /// <summary>The number of elements: the product of the lengths.</summary>
    public int Length
    {
        get
        {
            // A loop, since every program that starts asks for it, and would load LINQ's assembly for this alone.
            int product = 1;
            foreach (int axis in Axes)
                product = checked(product * axis);
            return product;
        }
    }

    /// <inheritdoc />
    public bool Equals(TensorShape other) => Axes.AsSpan().SequenceEqual(other.Axes.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Axes.Aggregate(17, HashCode.Combine);

    /// <summary>Whether two shapes have the same axes.</summary>
    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);

    /// <summary>The lengths with × between them, such as 16×8×8.</summary>
    public override string ToString() => string.Join('×', Axes.Select(axis => axis.ToString(CultureInfo.InvariantCulture)));
}
