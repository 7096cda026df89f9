using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Whether a class has a form that a network can have.</summary>
internal static class ClassForm
{
    /// <returns>Whether another part of it can be written.</returns>
    public static bool Check(INamedTypeSymbol type, TypeDeclarationSyntax declaration, ProblemList problems)
    {
        bool canExtend = true;
        Location location = declaration.Identifier.GetLocation();
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            problems.Add(RuleIds.NetworkNotPartial, location, [type.Name]);
            canExtend = false;
        }

        foreach ((string reason, string remedy, bool extensible) in Obstacles(type))
        {
            problems.Add(RuleIds.CannotBeExtended, location, [type.Name, reason, remedy]);
            canExtend &= extensible;
        }

        if (GeneratedMembers.Contains(type.Name))
        {
            problems.Add(RuleIds.ClassNameTaken, location, [type.Name, type.Name + "Network"]);
            canExtend = false;
        }

        return canExtend;
    }

    /// <summary>The constructors in the user's source, primary ones included.</summary>
    public static IEnumerable<IMethodSymbol> WrittenConstructors(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(GeneratedCode.IsWritten);

    public static bool TakesNothing(IMethodSymbol constructor) => constructor.Parameters.Length == 0;

    public static bool TakesSeed(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32;

    private static IEnumerable<(string Reason, string Remedy, bool Extensible)> Obstacles(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            yield return ("is no class", "Make it a class", false);
        if (type.IsRecord)
            yield return ("is a record", "Make it an ordinary class", false);
        if (type.IsStatic)
            yield return ("is static and has no instances that could hold weights", "Remove 'static'", false);
        else if (type.IsAbstract)
            yield return ("is abstract and cannot be created", "Remove 'abstract'", true);
        if (type.TypeParameters.Length > 0)
            yield return ("is generic", "Remove its type parameters", false);
        if (type.IsFileLocal)
            yield return ("is local to its file and cannot be extended in another", "Remove 'file'", false);
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } basis }
            && !(type.IsRecord && basis.IsRecord))
            yield return ($"derives from {basis.Name}", $"Remove the base class, and keep the {basis.Name} in a field if it is needed", false);
        if (WrittenConstructors(type).Any(IsPrimary))
            yield return ("has a primary constructor, which could not draw the weights", "Write an ordinary constructor instead", false);
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
