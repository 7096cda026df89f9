using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Reports, at the layer that needs all frames of a sequence, that a network is asked to predict them one by one. The methods that do so do not exist then.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> s_methods = ["CreateState", "Step", "Process"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.NoStreams];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invalid);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (FailedCall.Of(context, s_methods) is not { } call || NetworkParser.TryParse(call.Network, context.CancellationToken) is not { Spec: { IsValid: true, IsSequence: true } spec } parsed)
            return;
        int place = spec.Nodes.ToList().FindIndex(node => node.Layer.LooksAhead);
        if (place < 0)
            return;
        var problems = new ProblemList();
        problems.Add(RuleIds.NoStreams, parsed.Source.Layers[place].GetLocation(), [spec.Type.Name, call.Name.Identifier.ValueText, spec.Nodes[place].Path]);
        problems.ReportTo(context.ReportDiagnostic);
    }
}
