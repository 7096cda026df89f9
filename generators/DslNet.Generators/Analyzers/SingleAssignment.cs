using DslNet.Generators.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>Finds the value of a variable that is never assigned again: one step, which may lead back to the variable (<see cref="ValueOrigin"/>).</summary>
internal static class SingleAssignment
{
    /// <summary>What a local was declared with, if it keeps that; else null.</summary>
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

    /// <summary>What a read-only field of the same file was declared with, if no constructor names it; else null.</summary>
    public static IOperation? ValueOf(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        return field is { IsReadOnly: true, DeclaringSyntaxReferences: [{ } declaration] }
            && declaration.SyntaxTree == reference.Syntax.SyntaxTree
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            && !field.ContainingType.DeclaringSyntaxReferences.Any(type => MayAssign(type.GetSyntax(), field.Name))
                ? reference.SemanticModel?.GetOperation(value)
                : null;
    }

    /// <summary>Only constructors and init accessors can assign a read-only field; to read it there is rare enough to count as well.</summary>
    private static bool MayAssign(SyntaxNode type, string field) => type.DescendantNodes()
        .Where(node => node is ConstructorDeclarationSyntax || node.IsKind(SyntaxKind.InitAccessorDeclaration))
        .SelectMany(node => node.DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.ValueText == field);

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
