using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Reports what is wrong with a block by itself, whoever uses it. Shapes are known only where it is used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.All.Where(rule => rule.Category == DeclarationRules.NotInBlock.Category || rule.Category == ArgumentsRules.SizeNotPositive.Category)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        TypeActions.Register(context, Analyze);
    }

    private static void Analyze(TypeContext context)
    {
        // One that is a network as well has its mistakes from there.
        if (DeclaredAttribute.BlockDeclarationOf(context.Type, context.CancellationToken) is { } declaration && !NetworkParser.IsNetwork(context.Type))
            NetworkParser.ParseBlock(context.Type, declaration, context.CancellationToken).ReportTo(context.Report);
    }
}
