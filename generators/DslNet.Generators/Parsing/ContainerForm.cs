using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Whether the types around a network allow another part of it.</summary>
internal static class ContainerForm
{
    /// <summary>A type of C#'s own whose name is no keyword: a type or namespace called so would be meant in its place.</summary>
    private const string NativeInteger = "nuint";

    /// <returns>Whether another part of the network can be written inside them.</returns>
    public static bool Check(INamedTypeSymbol type, TypeDeclarationSyntax declaration, ProblemList problems)
    {
        bool canExtend = true;
        foreach (TypeDeclarationSyntax container in declaration.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            Location location = container.Identifier.GetLocation();
            if (!container.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                problems.Add(RuleIds.ContainerNotPartial, location, [type.Name, container.Identifier.ValueText]);
                canExtend = false;
            }

            string? form = container.TypeParameterList is not null ? "generic"
                : container.Modifiers.Any(SyntaxKind.FileKeyword) ? "file-local"
                : null;
            string name = container.Identifier.ValueText;
            if (form is not null)
                Refuse($"is declared inside the {form} type {name}", $"Move it out of {name}");
        }

        if (HidesNativeInteger(type))
            Refuse($"has a type or namespace called {NativeInteger} around or beside it, which hides C#'s own from generated code", "Give that another name");
        return canExtend;

        void Refuse(string reason, string remedy)
        {
            problems.Add(RuleIds.CannotBeExtended, declaration.Identifier.GetLocation(), [type.Name, reason, remedy]);
            canExtend = false;
        }
    }

    private static bool HidesNativeInteger(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            if (around.Name == NativeInteger || !around.GetTypeMembers(NativeInteger, arity: 0).IsEmpty)
                return true;
        }

        for (INamespaceSymbol? around = type.ContainingNamespace; around is not null; around = around.ContainingNamespace)
        {
            if (around.GetMembers(NativeInteger).Any(member => member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 }))
                return true;
        }

        return false;
    }
}
