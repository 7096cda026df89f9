using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Whether the types around a network allow another part of it.</summary>
internal static class ContainerForm
{
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

        return canExtend;

        void Refuse(string reason, string remedy)
        {
            problems.Add(RuleIds.CannotBeExtended, declaration.Identifier.GetLocation(), [type.Name, reason, remedy]);
            canExtend = false;
        }
    }
}
