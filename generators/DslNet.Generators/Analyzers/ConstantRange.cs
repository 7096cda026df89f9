using DslNet.Generators.Operations;
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

    /// <summary>
    /// What <c>AsSpan</c> and <c>Slice</c> take, given nothing, a range, a start, or a start and a length. A start that is not
    /// known before a length is taken for the first one, which leaves most room.
    /// </summary>
    public static ConstantRange Of(IOperation? start, IOperation? length)
    {
        if (start is IRangeOperation range)
            return Of(range);
        (int Value, bool FromEnd)? first = start is null ? (0, false) : IndexOf(start);
        if (length is null)
            return new(first, (0, true));
        int begin = first?.Value ?? 0;
        return new((begin, false), IndexOf(length) is { } count ? (unchecked(begin + count.Value), false) : null);
    }

    /// <summary>
    /// How many elements it takes of a whole, whose length is not always needed; null if that is not known. Beyond the ends of
    /// the whole there is an exception, and no length.
    /// </summary>
    public int? LengthWithin(int? whole)
    {
        if (Start is not { } start || End is not { } end)
            return null;
        if (whole is { } all)
            return Length(start.FromEnd ? all - (long)start.Value : start.Value, end.FromEnd ? all - (long)end.Value : end.Value, all);
        if (start.FromEnd != end.FromEnd)
            return null;
        return start.FromEnd ? Length(end.Value, start.Value, int.MaxValue) : Length(start.Value, end.Value, int.MaxValue);

        static int? Length(long first, long beyond, int all) => 0 <= first && first <= beyond && beyond <= all ? (int)(beyond - first) : null;
    }

    private static (int Value, bool FromEnd)? IndexOf(IOperation index) => index switch
    {
        { ConstantValue: { HasValue: true, Value: int value } } => (value, false),
        IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int value } } => (value, false),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int value } } => (value, true),
        _ => null,
    };
}
