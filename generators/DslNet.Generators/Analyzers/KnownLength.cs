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
        ILocalReferenceOperation local => OfLocal(local),
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

    /// <summary>A local that keeps what it was declared with.</summary>
    private static int? OfLocal(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is not null)
            root = root.Parent;

        IOperation? value = null;
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && IsSame(declarator.Symbol, reference))
                value = declarator.GetVariableInitializer()?.Value;
            else if (operation is ILocalReferenceOperation other && IsSame(other.Local, reference) && IsWritten(other))
                return null;
        }

        // A local cannot be part of its own value, so that this ends.
        return value is null ? null : Of(value);
    }

    private static bool IsSame(ILocalSymbol local, ILocalReferenceOperation reference) =>
        SymbolEqualityComparer.Default.Equals(local, reference.Local);

    private static bool IsWritten(ILocalReferenceOperation reference)
    {
        // An element of a tuple that is assigned, and whatever hands out the variable itself.
        IOperation child = reference;
        IOperation? parent = child.Parent;
        while (parent is ITupleOperation)
            (child, parent) = (parent, parent.Parent);

        return parent switch
        {
            IAssignmentOperation assignment => assignment.Target == child || assignment.IsRefAssignment(),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            IAddressOfOperation => true,
            _ => false,
        };
    }

    private static bool IsRefAssignment(this IAssignmentOperation assignment) =>
        assignment is ISimpleAssignmentOperation { IsRef: true };

    private static int? OfStackAllocation(IOperation value) => value.Syntax switch
    {
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [{ } size] }] } }
            when value.SemanticModel?.GetConstantValue(size) is { HasValue: true, Value: int length } => length,
        _ => null,
    };
}
