using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Reports what the parser finds wrong with a class marked as a network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.All.Where(rule => rule.Id != RuleIds.NetworkMissing && rule.Category != UseRules.PartOfSample.Category)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        // On anything but a class the compiler refuses the attribute itself.
        if (type.TypeKind != TypeKind.Class)
            return;

        AttributeData? network = type.GetAttributes()
            .FirstOrDefault(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network);
        if (network?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken)
                .FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return;

        ParsedNetwork parsed = NetworkParser.Parse(type, declaration, context.CancellationToken);
        foreach (Diagnostic problem in parsed.Problems.Concat(CostChecks.Run(parsed)))
            context.ReportDiagnostic(problem);
    }
}
