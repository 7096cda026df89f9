using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Follows values to where they come from, through conversions and variables that are assigned once. There is one for each
/// question that is asked: it follows no variable twice, since two fields may each be the other's value, and so may a local be
/// its own in code that the compiler refuses while it is being written.
/// </summary>
internal sealed class ValueOrigin
{
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>What a value is; a variable itself if what it holds is not certain.</summary>
    public IOperation Of(IOperation value)
    {
        while (Behind(value) is { } origin)
            value = origin;
        return value;
    }

    private IOperation? Behind(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.Operand,
        ILocalReferenceOperation local when _followed.Add(local.Local) => SingleAssignment.ValueOf(local),
        IFieldReferenceOperation field when _followed.Add(field.Field) => SingleAssignment.ValueOf(field),
        _ => null,
    };
}
