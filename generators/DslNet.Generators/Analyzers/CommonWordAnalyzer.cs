using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Tells what attributes of networks may mean that another generator could have supplied, and none has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommonWordAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationRules.UnknownAttribute];

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
        if (type.TypeKind != TypeKind.Class || NetworkParser.DeclarationOf(type, context.CancellationToken) is null)
            return;

        var problems = new ProblemList();
        foreach (DeclaredAttribute attribute in DeclaredAttribute.Of(type, context.CancellationToken))
        {
            if (attribute.Role == AttributeRole.Unresolved && UnknownAttribute.Of(attribute.Syntax) is { MayExist: true } unknown)
                unknown.AddTo(problems, attribute.Syntax);
        }

        problems.ReportTo(context.ReportDiagnostic);
    }
}
