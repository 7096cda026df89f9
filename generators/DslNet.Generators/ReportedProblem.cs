using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators;

/// <summary>A problem as the incremental cache can keep it: without symbols and syntax.</summary>
internal sealed record ReportedProblem(string RuleId, string Path, TextSpan Span, LinePositionSpan Lines, string Message)
{
    /// <summary>The problems of all networks in a compilation without generated code.</summary>
    public static EquatableArray<ReportedProblem> AllIn(Compilation compilation, CancellationToken cancellation) =>
        NetworkDeclarations.In(compilation, cancellation)
            .SelectMany(declaration => Of(declaration, compilation, cancellation))
            .ToEquatableArray();

    public Diagnostic ToDiagnostic()
    {
        // The message is one text here, which the rule would put together again.
        DiagnosticDescriptor rule = Rules.Get(RuleId);
        var told = new DiagnosticDescriptor(
            rule.Id, rule.Title, Message.Replace("{", "{{").Replace("}", "}}"), rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, helpLinkUri: rule.HelpLinkUri);
        return Diagnostic.Create(told, Location.Create(Path, Span, Lines));
    }

    private static ImmutableArray<ReportedProblem> Of(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        INamedTypeSymbol type = NetworkDeclarations.TypeOf(declaration, compilation, cancellation);
        return
        [
            .. FutureCode.Parse(type, declaration, compilation, cancellation).Problems.Select(problem => new ReportedProblem(
                problem.Id, problem.Location.SourceTree!.FilePath, problem.Location.SourceSpan, problem.Location.GetLineSpan().Span,
                problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture))),
        ];
    }
}
