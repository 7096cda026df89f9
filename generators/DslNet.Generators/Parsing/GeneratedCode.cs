using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>
/// Tells what the user wrote from what this generator added. The analyzer sees both and must judge the first only, as
/// the generator does.
/// </summary>
internal static class GeneratedCode
{
    // Roslyn files generated trees under the generator's assembly and full type name.
    private const string GeneratorName = "DslNet.Generators.NetworkGenerator";

    /// <summary>Whether a part of the symbol is in the user's source.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        !symbol.IsImplicitlyDeclared
        && symbol.Locations.Any(location => location.SourceTree is { } tree && tree.FilePath.IndexOf(GeneratorName, StringComparison.Ordinal) < 0);
}
