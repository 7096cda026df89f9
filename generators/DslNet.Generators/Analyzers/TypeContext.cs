using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>What an action on a type gets.</summary>
/// <param name="Type">The type.</param>
/// <param name="Compilation">Its compilation.</param>
/// <param name="Options">The compilation's options.</param>
/// <param name="Report">Takes what is found.</param>
/// <param name="CancellationToken">Ends the action early.</param>
internal readonly record struct TypeContext(
    INamedTypeSymbol Type, Compilation Compilation, AnalyzerOptions Options, Action<Diagnostic> Report, CancellationToken CancellationToken);
