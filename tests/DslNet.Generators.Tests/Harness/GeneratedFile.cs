using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Tests.Harness;

/// <summary>A generated file as a syntax tree: which methods it declares, and what they call.</summary>
internal sealed class GeneratedFile(string text)
{
    private readonly CompilationUnitSyntax _root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot(TestContext.Current.CancellationToken);

    /// <summary>The methods that are declared, in the order of the file.</summary>
    public IReadOnlyList<string> Methods => [.. Declarations.Select(method => method.Identifier.Text)];

    /// <summary>What is called, in the order of the file: `TKernels.Dense1Forward`.</summary>
    public IReadOnlyList<string> Calls => [.. Invocations(_root).Select(call => call.Expression.ToString())];

    /// <summary>What one method calls.</summary>
    public IReadOnlyList<string> CallsOf(string method) => [.. Invocations(Declaration(method)).Select(call => call.Expression.ToString())];

    /// <summary>What a called method is given, one list a call.</summary>
    public IEnumerable<SeparatedSyntaxList<ArgumentSyntax>> ArgumentsOf(string called) =>
        Invocations(_root).Where(call => call.Expression.ToString() == called).Select(call => call.ArgumentList.Arguments);

    /// <summary>The variables of a method's loops.</summary>
    public IReadOnlyList<string> LoopsOf(string method) =>
        [.. Declaration(method).DescendantNodes().OfType<ForStatementSyntax>().SelectMany(loop => loop.Declaration?.Variables ?? []).Select(variable => variable.Identifier.Text)];

    /// <summary>Whether a method does something itself, instead of calling another.</summary>
    public bool HasBody(string method) => Declaration(method).Body is not null;

    private IEnumerable<MethodDeclarationSyntax> Declarations => _root.DescendantNodes().OfType<MethodDeclarationSyntax>();

    private MethodDeclarationSyntax Declaration(string method) => Declarations.Single(each => each.Identifier.Text == method);

    private static IEnumerable<InvocationExpressionSyntax> Invocations(SyntaxNode node) =>
        node.DescendantNodes().OfType<InvocationExpressionSyntax>();
}
