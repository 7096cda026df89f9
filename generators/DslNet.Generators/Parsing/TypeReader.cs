using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the class itself: what another part of it must repeat, and whether there can be another part.</summary>
internal static class TypeReader
{
    public static TypeSpec Read(INamedTypeSymbol type, TypeDeclarationSyntax declaration, ProblemList problems, out bool canExtend)
    {
        canExtend = ClassForm.Check(type, declaration, problems);
        canExtend &= ContainerForm.Check(type, declaration, problems);
        canExtend &= CheckMembers(type, problems);

        return new TypeSpec(
            NamespaceOf(type.ContainingNamespace),
            IdentifierText.Escape(type.Name),
            declaration.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(Header).ToEquatableArray(),
            IsVisible(type),
            ClassForm.WrittenConstructors(type).Any(ClassForm.TakesNothing),
            ClassForm.WrittenConstructors(type).Any(ClassForm.TakesSeed))
        {
            HasLoad = type.GetMembers(LoadFile.Method).Any(member => GeneratedCode.IsWritten(member) && member is not IMethodSymbol { Parameters.IsEmpty: false }),
        };
    }

    /// <returns>Whether none of them is in the way of a generated one.</returns>
    private static bool CheckMembers(INamedTypeSymbol type, ProblemList problems)
    {
        bool free = true;
        foreach (ISymbol member in type.GetMembers().Where(GeneratedCode.IsWritten))
        {
            if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                problems.Add(RuleIds.RequiredMember, member.Locations[0], [type.Name, member.Name]);

            // An accessor goes with its property.
            if (member is not IMethodSymbol { AssociatedSymbol: not null } && GeneratedMembers.Collides(member))
            {
                problems.Add(RuleIds.MemberTaken, member.Locations[0], [type.Name, member.Name]);
                free = false;
            }
        }

        return free;
    }

    /// <summary>The beginning of another partial declaration of a type.</summary>
    private static string Header(TypeDeclarationSyntax declaration)
    {
        string keyword = declaration switch
        {
            RecordDeclarationSyntax record when record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) => "record struct",
            RecordDeclarationSyntax => "record class",
            _ => declaration.Keyword.ValueText,
        };
        return $"partial {keyword} {IdentifierText.Escape(declaration.Identifier.ValueText)}";
    }

    private static string NamespaceOf(INamespaceSymbol? symbol)
    {
        if (symbol is null || symbol.IsGlobalNamespace)
            return "";
        string outer = NamespaceOf(symbol.ContainingNamespace);
        return outer.Length == 0 ? IdentifierText.Escape(symbol.Name) : outer + "." + IdentifierText.Escape(symbol.Name);
    }

    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
