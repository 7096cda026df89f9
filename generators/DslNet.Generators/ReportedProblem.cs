using System.Collections.Immutable;
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
    public static EquatableArray<ReportedProblem> AllIn(Compilation compilation, IReadOnlyList<WeightManifest> weights, CancellationToken cancellation) =>
        In(compilation, weights, isTold: static _ => true, cancellation);

    /// <summary>Those of them with which a network cannot be built.</summary>
    public static EquatableArray<ReportedProblem> ErrorsIn(Compilation compilation, IReadOnlyList<WeightManifest> weights, CancellationToken cancellation) =>
        In(compilation, weights, isTold: static problem => Rules.IsError(problem.Id), cancellation);

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

    private static EquatableArray<ReportedProblem> In(Compilation compilation, IReadOnlyList<WeightManifest> weights, Func<Diagnostic, bool> isTold, CancellationToken cancellation) =>
        NetworkDeclarations.In(compilation, cancellation)
            .SelectMany(declaration => Of(declaration, compilation, weights, cancellation))
            .Concat(NetworkDeclarations.BlocksIn(compilation, cancellation).SelectMany(declaration => OfBlock(declaration, compilation, cancellation)))
            .Concat(OfUnknown(compilation, weights, cancellation))
            .Where(isTold)
            .Select(problem => new ReportedProblem(
                problem.Id, problem.Location.GetLineSpan().Path, problem.Location.SourceSpan, problem.Location.GetLineSpan().Span,
                problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
            .ToEquatableArray();

    private static IEnumerable<Diagnostic> OfBlock(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        INamedTypeSymbol block = NetworkDeclarations.TypeOf(declaration, compilation, cancellation);
        return NetworkParser.IsNetwork(block) ? [] : NetworkParser.ParseBlock(block, declaration, cancellation).ToImmutable();
    }

    private static ImmutableArray<Diagnostic> OfUnknown(Compilation compilation, IReadOnlyList<WeightManifest> weights, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        UnknownNetworkChecks.Run(weights, compilation, problems, cancellation);
        return problems.ToImmutable();
    }

    private static IEnumerable<Diagnostic> Of(TypeDeclarationSyntax declaration, Compilation compilation, IReadOnlyList<WeightManifest> weights, CancellationToken cancellation)
    {
        ParsedNetwork parsed = FutureCode.Parse(NetworkDeclarations.TypeOf(declaration, compilation, cancellation), declaration, compilation, cancellation);
        var more = new ProblemList();
        WeightFileChecks.Run(parsed, weights, more);
        if (parsed.IsReadable && !(parsed.Spec.IsValid && Planning.Compilation.Of(parsed.Spec).IsTooLarge))
            return parsed.Problems.Concat(more.ToImmutable());

        // What the parser does not tell of a network that becomes a stub.
        Compilation generated = FutureCode.Generated(compilation, cancellation);
        StubProblems.Find(NetworkDeclarations.TypeOf(declaration, generated, cancellation), generated, more, cancellation);
        return parsed.Problems.Concat(more.ToImmutable());
    }
}
