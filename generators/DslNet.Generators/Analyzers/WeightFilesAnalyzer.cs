using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Reports files of weights that are for no network. Whether one fits its network, that network's analyzer says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightFilesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WeightRules.WeightsOfNoNetwork];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static end =>
        {
            var problems = new ProblemList();
            UnknownNetworkChecks.Run(WeightManifests.In(end.Options.AdditionalFiles, end.CancellationToken), end.Compilation, problems, end.CancellationToken);
            problems.ReportTo(end.ReportDiagnostic);
        });
    }
}
