using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Values;

/// <summary>The table of layers, at run time and in the class's documentation, says where a layer reads from.</summary>
public sealed class DescriptionTests
{
    private const string Source =
        """
        /// <summary>A network with a shortcut.</summary>
        [Network]
        [Input(4)]
        [Dense(6, Name = "Stem"), ReLU(From = "Stem"), Dense(6, Bias = false), Tanh(From = "Input"), Dense(6, From = "Stem"), Add("Dense2", "ReLU1")]
        [Concat("Tanh1", From = "Dense3")]
        [Concat("Add1"), Dense(2)]
        public sealed partial class Shortcut;
        """;

    [Fact]
    public void A_layer_says_what_it_reads_where_that_is_not_the_one_before()
    {
        string[] declarations = [.. NetworkAssembly.Compile(Source, "portable").Create("Shortcut").Description.Layers.Select(layer => layer.Declaration)];
        Assert.Equal(
            [
                "Dense(6)", "ReLU", "Dense(6, Bias = false)", "Tanh(From = \"Input\")", "Dense(6, From = \"Stem\")", "Add(\"Dense2\", \"ReLU1\")",
                "Concat(\"Tanh1\", From = \"Dense3\")", "Concat(\"Add1\")", "Dense(2)",
            ],
            declarations);
        Assert.Contains("Tanh1    Tanh(From = \"Input\")", NetworkAssembly.Compile(Source, "portable").Create("Shortcut").Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_says_so_too()
    {
        Generation.Run(Source, "portable", out CSharpCompilation compilation);
        string documentation = compilation.GetTypeByMetadataName("Shortcut")!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("Tanh1: Tanh(From = \"Input\")", documentation.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        string layer = compilation.GetTypeByMetadataName("Shortcut")!.GetMembers("Dense3").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("Dense(6, From = \"Stem\"): 6 to 6", layer.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
