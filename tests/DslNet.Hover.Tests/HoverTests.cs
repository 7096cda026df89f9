using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.QuickInfo;

namespace DslNet.Hover.Tests;

/// <summary>What an editor shows where a network or a part of it is hovered.</summary>
public sealed class HoverTests
{
    private const string Use = "\nfile static class Use { public static object Stem(LeNet5 net) => net.Conv2; }\n";

    /// <summary>The file whose network is also compiled into these tests.</summary>
    private static readonly string s_source = "using DslNet;\n" + File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "LeNet5.cs")) + Use;

    [Theory]
    [InlineData("LeNet5;")]
    [InlineData("LeNet5 net")]
    public async Task A_class_shows_the_users_summary_and_the_table_of_layers(string at)
    {
        IReadOnlyDictionary<string, string> shown = await Editor.HoverAsync(s_source, at);
        Assert.Equal("LeNet-5 with today's activations.", shown[QuickInfoSectionKinds.DocumentationComments]);
        Assert.Equal(
            """
            Layer –output | parameters | multiply-adds
            Input –1×28×28
            Conv1: Conv2D(6, 5, Padding = 2) –6×28×28 | 156 | 117,600
            ReLU1: ReLU –6×28×28 | 0 | 0
            MaxPool1: MaxPool2D(2) –6×14×14 | 0 | 0
            Conv2: Conv2D(16, 5) –16×10×10 | 2,416 | 240,000
            ReLU2: ReLU –16×10×10 | 0 | 0
            MaxPool2: MaxPool2D(2) –16×5×5 | 0 | 0
            Flatten1: Flatten –400 | 0 | 0
            Dense1: Dense(120) –120 | 48,120 | 48,000
            ReLU3: ReLU –120 | 0 | 0
            Dense2: Dense(84) –84 | 10,164 | 10,080
            ReLU4: ReLU –84 | 0 | 0
            Dense3: Dense(10, Bias = false) –10 | 840 | 840
            Total –61,696 parameters (246,784 bytes) | 416,520 multiply-adds per sample
            Loss –SoftmaxCrossEntropy
            """.ReplaceLineEndings("\n"),
            shown[Remarks]);
    }

    [Fact]
    public async Task A_layer_shows_its_own_shapes()
    {
        IReadOnlyDictionary<string, string> shown = await Editor.HoverAsync(s_source, "Conv2;");
        Assert.Equal("WeightedLayer LeNet5.Conv2 { get; }", shown[QuickInfoSectionKinds.Description]);
        Assert.Equal(
            "Conv2D(16, 5): 6×14×14 to 16×10×10, 2,416 parameters, 240,000 multiply-adds per sample.",
            shown[QuickInfoSectionKinds.DocumentationComments]);
    }

    /// <summary>The same cells in the same order: only their separators differ, and that a layer's zeros are left blank.</summary>
    [Fact]
    public async Task The_table_is_the_one_that_is_printed_at_run_time()
    {
        string hovered = (await Editor.HoverAsync(s_source, "LeNet5;"))[Remarks];
        Assert.Equal(Cells(hovered).Where(cell => cell != "0"), Cells(Printed()));

        static string Printed()
        {
            // The loss stands in the first line there, and in the last one here.
            string[] lines = new LeNet5().Describe().TrimEnd().Split('\n');
            return string.Join('\n', lines[1..]) + "\nLoss " + lines[0].Split("loss: ")[1];
        }
    }

    /// <summary>Editors show one remark of a class, and the user's comes first.</summary>
    [Fact]
    public async Task Remarks_of_the_user_are_not_hidden()
    {
        IReadOnlyDictionary<string, string> shown = await Editor.HoverAsync(s_source.Replace("[Network]", "/// <remarks>Mine.</remarks>\n[Network]"), "LeNet5;");
        Assert.Equal("LeNet-5 with today's activations.", shown[QuickInfoSectionKinds.DocumentationComments]);
        Assert.Equal("Mine.", shown[Remarks]);
    }

    /// <summary>A network with mistakes keeps its layers, so that uses of them stay in order while it is mended.</summary>
    [Fact]
    public async Task A_layer_of_a_network_with_mistakes_is_still_there()
    {
        IReadOnlyDictionary<string, string> shown = await Editor.HoverAsync(s_source.Replace("[Flatten, ", "["), "Conv2;");
        Assert.Equal("Conv2D(16, 5).", shown[QuickInfoSectionKinds.DocumentationComments]);
    }

    private const string Remarks = "RemarksDocumentationComments";

    private static string ThisFile([CallerFilePath] string path = "") => path;

    /// <summary>The words of a table, without what merely separates or names numbers.</summary>
    private static IEnumerable<string> Cells(string table)
    {
        string[] words = ["layer", "declaration", "output", "parameters", "multiply-adds", "per", "sample", "bytes)"];
        return table.ToLowerInvariant().Replace(":", " ").Replace("–", " ").Replace("|", " ")
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !words.Contains(word) && !word.StartsWith('('));
    }
}
