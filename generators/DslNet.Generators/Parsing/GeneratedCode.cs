using DslNet.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Parsing;

/// <summary>
/// Tells what the user wrote from what this generator added. The analyzer sees both and must judge the first only, as
/// the generator does.
/// </summary>
internal static class GeneratedCode
{
    // Roslyn files generated trees under the generator's assembly and full type name.
    public const string GeneratorName = "DslNet.Generators.NetworkGenerator";

    /// <summary>Whether a part of the symbol is in the user's source.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        !symbol.IsImplicitlyDeclared
        && symbol.Locations.Any(location => location.SourceTree is { } tree && !IsGenerated(tree));

    /// <summary>Whether a file was added by this generator.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.IndexOf(GeneratorName, StringComparison.Ordinal) >= 0;

    /// <summary>Whether the generator took the network for broken, and made nothing but its surface.</summary>
    public static bool IsStub(INamedTypeSymbol network, CancellationToken cancellation) =>
        network.DeclaringSyntaxReferences.Any(reference => IsGenerated(reference.SyntaxTree) && BeginsAsStub(reference.SyntaxTree.GetText(cancellation)));

    private static bool BeginsAsStub(SourceText text) =>
        text.ToString(new TextSpan(0, Math.Min(text.Length, 2 * StubFile.Mark.Length))).IndexOf(StubFile.Mark, StringComparison.Ordinal) >= 0;
}
