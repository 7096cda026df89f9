using System.Collections.Immutable;
using System.Globalization;

namespace DslNet;

/// <summary>An argument of a layer's or a loss's attribute.</summary>
/// <param name="Name">The attribute's property, such as <c>Filters</c>.</param>
/// <param name="Value">Its value, the default where none was written: an <see cref="int"/>, <see cref="float"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="Initializer"/>, for a method of one's own and its class a <see cref="string"/> or, of a list, an <see cref="ImmutableArray{T}"/> of floats.</param>
public sealed record LayerArgument(string Name, object Value)
{
    /// <summary>As an attribute has it, such as <c>Filters = 6</c>; the same in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} = {(Value is ImmutableArray<float> list ? string.Join(", ", list.Select(value => value.ToString(CultureInfo.InvariantCulture))) : Value)}");
}
