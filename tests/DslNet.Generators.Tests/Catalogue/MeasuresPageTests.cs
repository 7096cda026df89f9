using System.Globalization;
using System.Text.RegularExpressions;
using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>The example on the page of measures compiles, and prints what the page says.</summary>
public sealed partial class MeasuresPageTests
{
    private const string Page = "docs/measures.md";

    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        string code = Documents.CodeIn(Documents.Read(Page)).Single();
        NetworkAssembly compiled = NetworkAssembly.Compile("using System;\nusing System.IO;\n" + code, targets: "portable");
        INetwork network = compiled.Create("Measured");
        network.Fit(Shapes(300, seed: 1), new FitOptions { Optimizer = new Adam(0.02f), Epochs = 3, Seed = 1 });

        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        compiled.Type("Measuring").GetMethod("Print")!.Invoke(null, [network, Shapes(150, seed: 2), output]);
        Assert.Equal(Output().Match(Documents.Read(Page)).Groups[1].Value, output.ToString());
    }

    [Fact]
    public void What_the_page_names_is_there()
    {
        string[] public_ = File.ReadAllLines(Path.Combine(Documents.Root, "src/DslNet/PublicAPI.Unshipped.txt"));
        string table = Documents.Read(Page).Split("## Example")[0];
        foreach (Match name in Member().Matches(table))
            Assert.Contains(public_, line => line.Contains($"DslNet.{name.Groups[1].Value}", StringComparison.Ordinal));
    }

    /// <summary>Three clouds that overlap.</summary>
    private static Dataset Shapes(int count, int seed)
    {
        var random = new Random(seed);
        float[] inputs = new float[count * 2];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            int label = labels[i] = i % 3;
            inputs[2 * i] = (label == 1 ? 1 : 0) + 1.5f * random.NextSingle();
            inputs[2 * i + 1] = (label == 2 ? 1 : 0) + 1.5f * random.NextSingle();
        }

        return Dataset.FromLabels(inputs, labels, 2);
    }

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"`((?:Evaluation|ConfusionMatrix|TopKAccuracy|RegressionMeasures|RocCurve|PrecisionRecallCurve|Calibration|ScoringRules)(?:\.\w+)?)`")]
    private static partial Regex Member();
}
