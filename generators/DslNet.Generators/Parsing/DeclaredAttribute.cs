using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>An attribute of the network's class, with the place where it is written.</summary>
internal readonly record struct DeclaredAttribute(AttributeRole Role, INamedTypeSymbol Network, AttributeData Data, AttributeSyntax Syntax)
{
    /// <summary>All attributes of a class that have something to do with a network, in the order of the source.</summary>
    public static IEnumerable<DeclaredAttribute> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        from data in type.GetAttributes()
        let role = KnownAttributes.RoleOf(data.AttributeClass)
        where role != AttributeRole.None
        let syntax = data.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax
        where syntax is not null
        orderby syntax.SpanStart
        select new DeclaredAttribute(role, type, data, syntax);

    /// <summary>The attribute's name as it is written: without its ending.</summary>
    public string DisplayName => KnownAttributes.DisplayName(Data.AttributeClass!);
}
