using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>A range such as <c>2..^1</c>, as far as its ends are constants.</summary>
/// <param name="Start">Where it begins; null if that is not known.</param>
/// <param name="End">Where it ends; null if that is not known.</param>
internal readonly record struct ConstantRange((int Value, bool FromEnd)? Start, (int Value, bool FromEnd)? End)
{
    public static ConstantRange Of(IRangeOperation range) => new(
        range.LeftOperand is { } left ? IndexOf(left) : (0, false),
        range.RightOperand is { } right ? IndexOf(right) : (0, true));

    /// <summary>How many elements it takes of a whole, whose length is not always needed; null if that is not known.</summary>
    public int? LengthWithin(int? whole)
    {
        if (Start is not { } start || End is not { } end)
            return null;
        int? length = start.FromEnd == end.FromEnd
            ? (end.FromEnd ? start.Value - end.Value : end.Value - start.Value)
            : (end.FromEnd ? whole - end.Value : end.Value) - (start.FromEnd ? whole - start.Value : start.Value);
        // Beyond the ends there is an exception, and no length.
        return length >= 0 ? length : null;
    }

    private static (int, bool)? IndexOf(IOperation index) => index switch
    {
        IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int value } } => (value, false),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int value } } => (value, true),
        _ => null,
    };
}
