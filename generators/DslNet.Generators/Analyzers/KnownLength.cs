using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>The length of an array or span, where it can be read off the source.</summary>
internal static class KnownLength
{
    /// <returns>The length, or null if it is not known before the program runs.</returns>
    public static int? Of(IOperation value) => Of(value, new ValueOrigin());

    private static int? Of(IOperation value, ValueOrigin origin) => origin.Of(value) switch
    {
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length } }] } => length,
        IArrayInitializerOperation initializer => initializer.ElementValues.Length,
        ICollectionExpressionOperation list when !list.Elements.Any(element => element is ISpreadOperation) => list.Elements.Length,
        IDefaultValueOperation => 0,
        IArrayElementReferenceOperation { Indices: [IRangeOperation range] } slice => ConstantRange.Of(range).LengthWithin(Of(slice.ArrayReference, origin)),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice => ConstantRange.Of(range).LengthWithin(Of(slice.Instance, origin)),
        IInvocationOperation call => OfCall(call, origin),
        IOperation other => OfStackAllocation(other),
    };

    private static int? OfCall(IInvocationOperation call, ValueOrigin origin)
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

        return ConstantRange.Of(start, length).LengthWithin(whole is null ? null : Of(whole, origin));
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
