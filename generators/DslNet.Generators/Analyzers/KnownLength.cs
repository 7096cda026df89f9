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
        ICollectionExpressionOperation list when !list.Elements.Any(element => element is ISpreadOperation) => list.Elements.Length,
        IDefaultValueOperation => 0,
        ILocalReferenceOperation local => SingleAssignment.ValueOf(local) is { } only ? Of(only) : null,
        IInvocationOperation call => OfCall(call),
        _ => OfStackAllocation(value),
    };

    private static int? OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("AsSpan" or "Slice") || call.TargetMethod.ContainingNamespace.ToDisplayString() != "System")
            return null;

        IOperation? whole = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        IArgumentOperation[] rest = [.. call.Arguments.Skip(call.Instance is null ? 1 : 0)];
        return rest switch
        {
            [] => whole is null ? null : Of(whole),
            [_, { Value.ConstantValue: { HasValue: true, Value: int length } }] => length,
            [{ Value.ConstantValue: { HasValue: true, Value: int start } }] when whole is not null && Of(whole) is { } all => all - start,
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
