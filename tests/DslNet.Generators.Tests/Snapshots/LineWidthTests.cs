using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>Generated lines can be read without scrolling.</summary>
public sealed class LineWidthTests
{
    private const int Tab = 4, Most = 140;

    [Theory]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5, Padding = 2), Tanh, MaxPool2D(3), Flatten, Dense(120), Dropout(0.5f), ReLU, Dense(10), SoftmaxCrossEntropy]")]
    [InlineData("[Input(3, 12, 12, Gradient = true), Conv2D(8, 3, Name = \"TheFirstLayerOfThisNetworkHasAVeryLongName\"), GELU, AvgPool2D(2), GlobalAvgPool, Dense(3), BinaryCrossEntropy]")]
    [InlineData("[Input(600), Dense(700), LeakyReLU, Dense(500), ELU, Dense(1), Huber(Delta = 0.25f)]")]
    [InlineData("[Input(1, 4, 4), Conv2D(2, 5), Flatten, Dense(2), SoftmaxCrossEntropy]")]
    public void No_line_is_wider(string attributes)
    {
        GeneratorRunResult result = Generation.Run($"/// <summary>A network.</summary>\n[Network] {attributes} internal partial class Net;", "", out _, plan: "true");
        foreach (GeneratedSourceResult file in result.GeneratedSources)
            Assert.All(file.SourceText.ToString().Split('\n'), line => Assert.True(Width(line) <= Most, $"{file.HintName}, {Width(line)} columns: {line}"));
    }

    [Theory]
    [InlineData("short(a, b);", "short(a, b);")]
    [InlineData("method(#, #);", "method(\n\t#, #);")]
    [InlineData("method(##, ##, a < b);", "method(\n\t##,\n\t##,\n\ta < b);")]
    [InlineData("Method<A, B>(##, \"),(\", ##);", "Method<A, B>(\n\t##,\n\t\"),(\",\n\t##);")]
    [InlineData("void Method(int #) => Other(#);", "void Method(int #) =>\n\tOther(#);")]
    [InlineData("void Method<T>(int #) where T : struct, #", "void Method<T>(int #)\n\twhere T : struct, #")]
    [InlineData("float x = a#, b##;", "float x = a#,\n\tb##;")]
    [InlineData("float x = a# ? f(#) : 0;", "float x = a#\n\t? f(#)\n\t: 0;")]
    [InlineData("call(#, 0); // # is long", "// # is long\ncall(#, 0);")]
    [InlineData("// ## ##", "// ##\n// ##")]
    [InlineData("//   ## ##", "//   ##\n//       ##")]
    [InlineData("/// ## ##", "/// ##\n/// ##")]
    public void Wide_lines_are_broken(string line, string expected)
    {
        SourceWriter writer = new();
        writer.Line(Fill(line));
        Assert.Equal(Fill(expected) + "\n", writer.ToString());
    }

    /// <summary>Equal kernels are known by their text, which must not depend on the length of their names.</summary>
    [Fact]
    public void Names_of_any_length_share_kernels()
    {
        string name = new('A', 90);
        GeneratorRunResult result = Generation.Run(
            $"[Network, Input(64), Dense(64), ReLU, Dense(64), ReLU, Dense(64, Name = \"{name}\"), ReLU, Dense(8), MeanSquaredError] internal partial class Net;", "", out _);
        GeneratedFile programs = new(result.GeneratedSources.Single(source => source.HintName == "Net.Programs.g.cs").SourceText.ToString());
        Assert.DoesNotContain(name + "Forward", programs.Methods);
        Assert.Contains("TKernels.Dense1Forward", programs.Calls);
    }

    private static int Width(string line) => line.Length + line.Count(c => c == '\t') * (Tab - 1);

    /// <summary>Words of 65 letters in the place of #.</summary>
    private static string Fill(string text) => text.Replace("#", new string('w', 65), StringComparison.Ordinal);
}
