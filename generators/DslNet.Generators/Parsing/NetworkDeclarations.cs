using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Finds the networks of a compilation.</summary>
internal static class NetworkDeclarations
{
    /// <summary>The declarations that carry [Network], in the order of the files.</summary>
    public static IEnumerable<TypeDeclarationSyntax> In(Compilation compilation, CancellationToken cancellation) =>
        In(compilation, NetworkParser.DeclarationOf, cancellation);

    /// <summary>The declarations that carry [Block], in the order of the files.</summary>
    public static IEnumerable<TypeDeclarationSyntax> BlocksIn(Compilation compilation, CancellationToken cancellation) =>
        In(compilation, DeclaredAttribute.BlockDeclarationOf, cancellation);

    private static IEnumerable<TypeDeclarationSyntax> In(
        Compilation compilation, Func<INamedTypeSymbol, CancellationToken, TypeDeclarationSyntax?> declarationOf, CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (ClassDeclarationSyntax declaration in tree.GetRoot(cancellation).DescendantNodes(node => node is not StatementSyntax).OfType<ClassDeclarationSyntax>())
            {
                if (declaration.AttributeLists.Count == 0)
                    continue;
                model ??= compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type && declarationOf(type, cancellation) == declaration)
                    yield return declaration;
            }
        }
    }

    /// <summary>The class of a declaration, in a compilation that has its file.</summary>
    public static INamedTypeSymbol TypeOf(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        (INamedTypeSymbol)compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation)!;
}
