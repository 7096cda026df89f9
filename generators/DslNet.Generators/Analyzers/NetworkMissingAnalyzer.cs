using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>Reports layers, ports and losses on a class that is not marked as a network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkMissingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationRules.NetworkMissing];

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
        if (type.TypeKind != TypeKind.Class)
            return;

        DeclaredAttribute[] attributes =
        [
            .. DeclaredAttribute.Of(type, context.CancellationToken).Where(attribute => attribute.Role != AttributeRole.Unresolved),
        ];
        if (attributes.Length == 0 || attributes.Any(attribute => attribute.Role is AttributeRole.Network or AttributeRole.Block))
            return;

        // One attribute is missing, so that there is one message, at the first that needs it.
        var problems = new ProblemList();
        problems.Add(RuleIds.NetworkMissing, attributes[0].Syntax.GetLocation(), [type.Name, attributes[0].DisplayName]);
        problems.ReportTo(context.Report);
    }
}
