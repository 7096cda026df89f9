using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators;

/// <summary>
/// What was found of a network whose declaration says everything: a class without members, base types or other parts, with the library's attributes alone, none of which names
/// a type or a method. After each edit of a project the compiler asks about all of its networks; such a one is not read again while its file and the values of its
/// attributes are as they were. All others may depend on what the edit changed.
/// </summary>
internal sealed class RememberedNetwork
{
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, RememberedNetwork> s_known = new();

    // Weak: files that do not change must not keep a library that was replaced.
    private readonly WeakReference<IAssemblySymbol> _library;
    private readonly ImmutableArray<object?> _values;
    private readonly Declared _declared;

    private RememberedNetwork(IAssemblySymbol library, ImmutableArray<object?> values, Declared declared)
    {
        _library = new(library);
        (_values, _declared) = (values, declared);
    }

    /// <summary>What is known of a network; null where it must be read.</summary>
    public static Declared? Find(INamedTypeSymbol type, TypeDeclarationSyntax declaration) =>
        s_known.TryGetValue(declaration, out RememberedNetwork known) && known._library.TryGetTarget(out IAssemblySymbol library) && ValuesOf(type, library) is { } values
        && values.SequenceEqual(known._values) ? known._declared : null;

    /// <summary>Remembers what was read, if it is all that there is to know.</summary>
    public static void Keep(INamedTypeSymbol type, TypeDeclarationSyntax declaration, ParsedNetwork parsed, Declared declared)
    {
        if (parsed.Spec.IsValid && parsed.CanExtend && parsed.IsReadable && !declared.SilencesAnalyzers && declared.Placeholders.Count == 0 && IsAlone(declaration) && !FutureCode.NamesConstants(declaration)
            && type.GetAttributes()[0].AttributeClass?.ContainingAssembly is { } library && ValuesOf(type, library) is { } values)
        {
            // Two drivers may read one file at once, and a table takes no second value of a key.
            lock (s_known)
            {
                s_known.Remove(declaration);
                s_known.Add(declaration, new(library, values, declared));
            }
        }
    }

    private static bool IsAlone(TypeDeclarationSyntax declaration) =>
        declaration.Members.Count == 0 && declaration.BaseList is null && declaration.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax;

    /// <summary>The attributes' classes and the values of their arguments; null where some may depend on other code than they show.</summary>
    private static ImmutableArray<object?>? ValuesOf(INamedTypeSymbol type, IAssemblySymbol library)
    {
        if (type.DeclaringSyntaxReferences.Length > 1)
            return null;
        ImmutableArray<object?>.Builder values = ImmutableArray.CreateBuilder<object?>();
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (!ReferenceEquals(attribute.AttributeClass?.ContainingAssembly, library) || attribute.AttributeConstructor is null || !IsOfItself(attribute.AttributeClass))
                return null;
            values.Add(attribute.AttributeClass.MetadataName);
            foreach (TypedConstant argument in attribute.ConstructorArguments)
            {
                if (!TryAdd(values, argument))
                    return null;
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                values.Add(argument.Key);
                if (!TryAdd(values, argument.Value))
                    return null;
            }
        }

        return values.ToImmutable();
    }

    /// <summary>Whether an attribute says what it means: it names no method and no block, and stands for none that does not exist.</summary>
    private static bool IsOfItself(INamedTypeSymbol attribute) => attribute.MetadataName is not ("ActivationAttribute" or "LossAttribute")
        && KnownAttributes.RoleOf(attribute) is AttributeRole.Network or AttributeRole.Input or AttributeRole.Output or AttributeRole.Layer or AttributeRole.Loss or AttributeRole.Budget;

    private static bool TryAdd(ImmutableArray<object?>.Builder values, TypedConstant value)
    {
        if (value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum)
        {
            values.Add(value.Value);
            return true;
        }

        if (value.Kind != TypedConstantKind.Array || value.IsNull)
            return false;
        values.Add(value.Values.Length);
        return value.Values.All(element => TryAdd(values, element));
    }
}
