using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Tells the library's types from others of the same name.</summary>
internal static class LibraryTypes
{
    /// <summary>Whether a type is the library's own.</summary>
    public static bool IsOurs(this INamedTypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "DslNet", ContainingNamespace.IsGlobalNamespace: true } };
}
