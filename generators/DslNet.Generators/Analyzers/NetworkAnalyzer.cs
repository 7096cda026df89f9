using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Reports what the parser finds wrong with a class marked as a network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.All.Where(rule => rule.Id is not (RuleIds.NetworkMissing or RuleIds.WeightsOfNoNetwork) && rule.Category != UsageRules.PartOfSample.Category)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A file that counts as generated, by its name or a comment at its head, may declare a network like any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        TypeActions.Register(context, Analyze);
    }

    private static void Analyze(TypeContext context)
    {
        INamedTypeSymbol type = context.Type;
        // On anything but a class the compiler refuses the attribute itself.
        if (type.TypeKind != TypeKind.Class || NetworkParser.DeclarationOf(type, context.CancellationToken) is not { } declaration)
            return;

        var more = new ProblemList();
        ParsedNetwork parsed = GeneratedCode.IsStub(type, context.CancellationToken)
            ? StubProblems.Find(type, context.Compilation, more, context.CancellationToken)
            : NetworkParser.Parse(type, declaration, context.CancellationToken);
        ConstructorChecks.Run(type, parsed.Spec, more, context.CancellationToken);
        OptimizationLevel optimization = context.Compilation.Options.OptimizationLevel;
        string targets = Target.NamesOf(
            context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Target.Property, out string? names) ? names : null,
            optimization == OptimizationLevel.Release);
        CostChecks.Run(parsed, optimization, Target.Choose(targets), more);
        WeightFileChecks.Run(parsed, WeightManifests.In(context.Options.AdditionalFiles, context.CancellationToken), more);
        foreach (Diagnostic problem in parsed.Problems)
            context.Report(problem);
        more.ReportTo(context.Report);
    }
}
