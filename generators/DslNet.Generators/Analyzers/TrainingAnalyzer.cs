using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Reports networks that are trained or measured without a loss, or trained without anything to learn. Without a loss the
/// methods that compute it do not exist, so that a call which the compiler cannot bind is looked at too: its own message does
/// not say what is missing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer : DiagnosticAnalyzer
{
    private const string Fit = "Fit", Step = "Step", ComputeGradients = "ComputeGradients";

    private static readonly ImmutableHashSet<string> s_methods = [Fit, Step, ComputeGradients, "ComputeLoss", "Evaluate"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.LossMissing, UsageRules.NothingToLearn];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeFailedCall, OperationKind.Invalid);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!s_methods.Contains(call.TargetMethod.Name) || call.Syntax is not InvocationExpressionSyntax syntax)
            return;

        if (NetworkTypes.ReceiverOf(call) is { } network && !IsOfStream(network, call.TargetMethod.Name, call.TargetMethod))
            Check(context, network, syntax, call.TargetMethod.Name);
    }

    private static void AnalyzeFailedCall(OperationAnalysisContext context)
    {
        if (FailedCall.Of(context, s_methods) is { } call && !IsOfStream(call.Network, call.Name.Identifier.ValueText, null))
            Check(context, call.Network, call.Call, call.Name.Identifier.ValueText);
    }

    /// <summary>Whether a step is one of a network of sequences along a stream, and not one of an optimiser.</summary>
    private static bool IsOfStream(INamedTypeSymbol network, string method, IMethodSymbol? called) =>
        method == Step && (called is null ? DeclaredRoles.Of(network).AreSequences : SymbolEqualityComparer.Default.Equals(called.ContainingType, network));

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol network, InvocationExpressionSyntax call, string method)
    {
        DeclaredRoles declared = DeclaredRoles.Of(network);
        if (declared.AreDoubtful)
            return;

        var problems = new ProblemList();
        Location location = (FailedCall.NameOf(call.Expression) ?? (SyntaxNode)call).GetLocation();
        if (!declared.HasLoss)
            problems.Add(RuleIds.LossMissing, location, [method, network.Name]);
        if (declared is { HasLayers: true, HasWeights: false } && (method is Fit or Step || method == ComputeGradients && !declared.WantsInputGradient))
            problems.Add(RuleIds.NothingToLearn, location, [method, network.Name]);
        problems.ReportTo(context.ReportDiagnostic);
    }
}
