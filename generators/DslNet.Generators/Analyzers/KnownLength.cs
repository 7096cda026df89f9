using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>The length of an array or span, where it can be read off the source.</summary>
internal static class KnownLength
{
    /// <returns>The length, or null if it is not known before the program runs.</returns>
    public static int? Of(IOperation value) => value switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length } }] } => length,
        IArrayInitializerOperation initializer => initializer.ElementValues.Length,
        ICollectionExpressionOperation list when !list.Elements.Any(element => element is ISpreadOperation) => list.Elements.Length,
        IDefaultValueOperation => 0,
        ILocalReferenceOperation local => OfValue(SingleAssignment.ValueOf(local)),
        IFieldReferenceOperation field => OfValue(SingleAssignment.ValueOf(field)),
        IArrayElementReferenceOperation { Indices: [IRangeOperation range] } slice => ConstantRange.Of(range).LengthWithin(Of(slice.ArrayReference)),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice => ConstantRange.Of(range).LengthWithin(Of(slice.Instance)),
        IInvocationOperation call => OfCall(call),
        _ => OfStackAllocation(value),
    };

    private static int? OfValue(IOperation? value) => value is null ? null : Of(value);

    private static int? OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("AsSpan" or "Slice") || call.TargetMethod.ContainingNamespace.ToDisplayString() != "System")
            return null;

        // An extension's first parameter is what is sliced; what follows are a start and a length, or a range.
        IOperation? whole = call.Instance;
        IOperation? start = null, length = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            switch (argument.Parameter!.Ordinal + (call.Instance is null ? 0 : 1))
            {
                case 0:
                    whole = argument.Value;
                    break;
                case 1:
                    start = argument.Value;
                    break;
                default:
                    length = argument.Value;
                    break;
            }
        }

        if (length is not null)
            return length.ConstantValue is { HasValue: true, Value: int constant } ? constant : null;
        int? all = OfValue(whole);
        return start switch
        {
            null => all,
            IRangeOperation range => ConstantRange.Of(range).LengthWithin(all),
            { ConstantValue: { HasValue: true, Value: int first } } => all - first,
            _ => null,
        };
    }

    private static int? OfStackAllocation(IOperation value) => value.Syntax switch
    {
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [{ } size] }] } }
            when value.SemanticModel?.GetConstantValue(size) is { HasValue: true, Value: int length } => length,
        _ => null,
    };
}
