using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>An attribute of the network's class, with the place where it is written; or one of a block, with the place where the block is used.</summary>
internal readonly record struct DeclaredAttribute(AttributeRole Role, INamedTypeSymbol Class, AttributeData Data, AttributeSyntax Syntax)
{
    /// <summary>Whether it is an attribute of a block: <see cref="Syntax"/> is where the network uses that.</summary>
    public bool IsOfBlock { get; private init; }

    /// <summary>Of an attribute of a block, where that is written; null if it is in another assembly.</summary>
    public AttributeSyntax? SyntaxInBlock { get; private init; }

    /// <summary>All attributes of a class that have something to do with a network, in the order of the source.</summary>
    public static IEnumerable<DeclaredAttribute> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        from data in type.GetAttributes()
        let role = KnownAttributes.RoleOf(data.AttributeClass)
        where role != AttributeRole.None
        let syntax = data.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax
        where syntax is not null
        orderby syntax.SpanStart
        select new DeclaredAttribute(role, type, data, syntax);

    /// <summary>Whether a class is a block.</summary>
    public static bool IsBlock(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Block);

    /// <summary>The attributes of a block, in the order of the source: those of the declaration that carries [Block].</summary>
    /// <param name="block">The block.</param>
    /// <param name="use">What uses it.</param>
    /// <param name="cancellation">Cancels.</param>
    public static IEnumerable<DeclaredAttribute> OfBlock(INamedTypeSymbol block, DeclaredAttribute use, CancellationToken cancellation)
    {
        // Of another assembly, attributes come in the order in which they were compiled, which is that of the source.
        TypeDeclarationSyntax? declaration = BlockDeclarationOf(block, cancellation);
        return from data in block.GetAttributes()
               let role = KnownAttributes.RoleOf(data.AttributeClass)
               where role is not (AttributeRole.None or AttributeRole.Block)
               let syntax = data.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax
               where declaration is null || syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration
               orderby syntax?.SpanStart ?? 0
               select new DeclaredAttribute(role, block, data, use.Syntax) { IsOfBlock = true, SyntaxInBlock = syntax };
    }

    /// <summary>The declaration that carries [Block]; null if the class is no block, or one of another assembly.</summary>
    public static TypeDeclarationSyntax? BlockDeclarationOf(INamedTypeSymbol type, CancellationToken cancellation) => type.GetAttributes()
        .FirstOrDefault(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Block)
        ?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The attribute's name as it is written: without its ending.</summary>
    public string DisplayName => KnownAttributes.DisplayName(Data.AttributeClass!);
}
