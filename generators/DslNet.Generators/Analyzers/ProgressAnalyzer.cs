using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Reports where a <c>Progress&lt;T&gt;</c> becomes the display of a training, wherever it is passed on from there: its handler runs
/// after the step that it is told of, and often after the training.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProgressAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.ProgressLate];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Conversion);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!IsDisplayOfTraining(conversion.Type) || LateType(conversion.Operand.Type) is not { } late)
            return;

        var problems = new ProblemList();
        problems.Add(RuleIds.ProgressLate, conversion.Operand.Syntax.GetLocation(), [late.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)]);
        problems.ReportTo(context.ReportDiagnostic);
    }

    private static bool IsDisplayOfTraining(ITypeSymbol? type) =>
        type is INamedTypeSymbol { MetadataName: "IProgress`1", TypeArguments: [INamedTypeSymbol { Name: "FitProgress" } told] } && told.IsOurs();

    /// <summary>The type itself, if it is or derives from <c>Progress&lt;T&gt;</c>.</summary>
    private static ITypeSymbol? LateType(ITypeSymbol? type)
    {
        for (ITypeSymbol? basis = type; basis is not null; basis = basis.BaseType)
        {
            if (basis is INamedTypeSymbol { MetadataName: "Progress`1", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return type;
        }

        return null;
    }
}
