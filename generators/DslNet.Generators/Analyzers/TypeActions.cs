using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Actions on all types, those of generated files too. An analyzer that asked for these by its flags (it must ask to report there only) would make the compiler prepare all
/// generated code for every analyzer, kernels included, which takes as long as a tenth of the compilation.
/// </summary>
internal static class TypeActions
{
    /// <summary>Registers an action. A type that is declared in generated files alone is looked at when all others were.</summary>
    /// <param name="context">The analyzer's.</param>
    /// <param name="action">The action.</param>
    public static void Register(AnalysisContext context, Action<TypeContext> action)
    {
        context.RegisterCompilationStartAction(start =>
        {
            ConcurrentDictionary<ISymbol, bool> seen = new(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(
                symbol =>
                {
                    seen[symbol.Symbol] = true;
                    action(new((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, symbol.Options, symbol.ReportDiagnostic, symbol.CancellationToken));
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (INamedTypeSymbol type in TypesOf(end.Compilation.Assembly.GlobalNamespace).Where(type => !seen.ContainsKey(type)))
                    action(new(type, end.Compilation, end.Options, end.ReportDiagnostic, end.CancellationToken));
            });
        });
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (INamedTypeSymbol inner in TypesOf(member))
                yield return inner;
        }
    }
}
