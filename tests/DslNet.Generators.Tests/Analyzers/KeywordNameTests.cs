using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Words that mean something in some places only are names in all others.</summary>
public sealed class KeywordNameTests
{
    private static readonly string[] s_words =
    [
        .. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText).Where(SyntaxFacts.IsValidIdentifier),
        "_", "nint", "dynamic", "value", "op_Addition", "Item", "Invoke", "Main", "Value",
    ];

    [Fact]
    public void Layers_may_be_called_so() => Compile(
        word => $"""[Network, Input(4), Dense(3, Name = "{word}"), ReLU, Dense(3), Add("{word}"), Dropout(0.5, Name = "{word}2"), Dense(2, From = "{word}"), Concat("{word}2"), Huber] internal partial class Net;""");

    [Fact]
    public void Classes_may_be_called_so() => Compile(word => $"[Network, Input(4), Dense(3), SoftmaxCrossEntropy] internal partial class @{word};");

    [Fact]
    public void Types_and_namespaces_around_them_may_be_called_so() => Compile(
        word => $$"""
        namespace @{{word}}.Inner
        {
            internal partial class @{{word}} { [Network, Input(4), Dense(3), SoftmaxCrossEntropy] internal partial class Net; }
        }
        """);

    [Fact]
    public void Members_may_be_called_so() => Compile(
        word => $$"""[Network, Input(4), Dense(3), SoftmaxCrossEntropy] internal partial class Net { internal static class @{{word}} { } }""");

    private static void Compile(Func<string, string> network)
    {
        Generation.Run(
            string.Concat(s_words.Select((word, i) => $"namespace N{i}\n{{\n{network(word)}\n}}\n")), "portable", out CSharpCompilation compilation);
        IEnumerable<string> problems = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Location.SourceTree!.FilePath != "Source.cs")
            .Select(problem => problem.ToString());
        Assert.Equal("", string.Join('\n', problems.Take(5)));
    }
}
