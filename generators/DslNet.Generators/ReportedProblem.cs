using DslNet.Generators.Analyzers;
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
        In(compilation, isTold: static _ => true, cancellation);

    /// <summary>Those of them with which a network cannot be built.</summary>
    public static EquatableArray<ReportedProblem> ErrorsIn(Compilation compilation, CancellationToken cancellation) =>
        In(compilation, isTold: static problem => Rules.IsError(problem.Id), cancellation);

    public Diagnostic ToDiagnostic()
    {
        // The message is one text here, which the rule would put together again. As an argument its braces stay what they are: a format
        // without arguments is told as it is written.
        DiagnosticDescriptor rule = Rules.Get(RuleId);
        var told = new DiagnosticDescriptor(
            rule.Id, rule.Title, "{0}", rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault,
            helpLinkUri: rule.HelpLinkUri, customTags: [.. rule.CustomTags]);
        return Diagnostic.Create(told, Location.Create(Path, Span, Lines), Message);
    }

    private static EquatableArray<ReportedProblem> In(Compilation compilation, Func<Diagnostic, bool> isTold, CancellationToken cancellation) =>
        NetworkDeclarations.In(compilation, cancellation)
            .SelectMany(declaration => Of(declaration, compilation, cancellation))
            .Concat(NetworkDeclarations.BlocksIn(compilation, cancellation).SelectMany(declaration => OfBlock(declaration, compilation, cancellation)))
            .Where(isTold)
            .Select(problem => new ReportedProblem(
                problem.Id, problem.Location.SourceTree!.FilePath, problem.Location.SourceSpan, problem.Location.GetLineSpan().Span,
                problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
            .ToEquatableArray();

    private static IEnumerable<Diagnostic> OfBlock(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        INamedTypeSymbol block = NetworkDeclarations.TypeOf(declaration, compilation, cancellation);
        return NetworkParser.IsNetwork(block) ? [] : NetworkParser.ParseBlock(block, declaration, cancellation).ToImmutable();
    }

    private static IEnumerable<Diagnostic> Of(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        ParsedNetwork parsed = FutureCode.Parse(NetworkDeclarations.TypeOf(declaration, compilation, cancellation), declaration, compilation, cancellation);
        if (parsed.IsReadable && !(parsed.Spec.IsValid && Planning.Compilation.Of(parsed.Spec).IsTooLarge))
            return parsed.Problems;

        // What the parser does not tell of a network that becomes a stub.
        var more = new ProblemList();
        Compilation generated = FutureCode.Generated(compilation, cancellation);
        StubProblems.Find(NetworkDeclarations.TypeOf(declaration, generated, cancellation), generated, more, cancellation);
        return parsed.Problems.Concat(more.ToImmutable());
    }
}
