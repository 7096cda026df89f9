using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>Finds the value of a variable that is never assigned again.</summary>
internal static class SingleAssignment
{
    /// <summary>What a local was declared with, if it keeps that; else null. A local cannot be part of its own value, so that following it ends.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
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

        return value;
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
}
