using System.Text.RegularExpressions;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>Every layer and loss has a page, which is linked, complete and true in what can be compared.</summary>
public sealed partial class PageTests
{
    private const string Folder = "docs/layers";

    private static readonly string[] s_sections =
        ["## Formula", "## Shapes", "## Arguments", "## Gradient", "## Error", "## In other frameworks", "## Example"];

    /// <summary>The layers that learn something, by what their declaration begins with.</summary>
    private static readonly Lazy<HashSet<string>> s_withWeights = new(() =>
    [
        .. EveryLayer.Networks.SelectMany(attributes => NetworkSource.Valid(attributes).Nodes)
            .Where(node => node.Layer.HasParameters).Select(node => node.Layer.Declaration.Split('(')[0]),
    ]);

    public static TheoryData<string> Names => [.. CatalogueNames.All];

    [Fact]
    public void No_page_is_left_over()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Path.Combine(Documents.Root, Folder), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "README");
        Assert.Equal(CatalogueNames.All.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_list_of_pages_has_it(string name) => Assert.Contains($"| [{name}]({name}.md) |", Documents.Read($"{Folder}/README.md"));

    [Fact]
    public void The_list_of_activations_says_how_weights_before_them_start()
    {
        string list = Documents.Section($"{Folder}/README.md", "## Activations");
        foreach (string name in CatalogueNames.Layers)
        {
            LayerSpec layer = LayerCatalogue.Default(name + "Attribute");
            if (layer.IsActivation)
                Assert.Matches($@"\n\| \[{name}\]\({name}\.md\) \| [^|]+ \| {(layer.IsRectifier ? "He" : "Glorot")} \|\n", list);
        }
    }

    [Fact]
    public void The_table_of_values_that_are_not_finite_has_every_activation_and_loss()
    {
        string[] rows = [.. FirstCell().Matches(Documents.Section("docs/numerics.md", "## Values that are not finite")).SelectMany(row => row.Groups[1].Value.Split(", "))];
        Assert.All(
            CatalogueNames.Layers.Where(name => LayerCatalogue.Default(name + "Attribute").IsActivation).Concat(CatalogueNames.Losses),
            name => Assert.Contains(name, rows));
    }

    [Theory, MemberData(nameof(Names))]
    public void Its_attribute_s_documentation_links_to_it(string name) =>
        Assert.Contains(
            $"/// <seealso href=\"https://github.com/dslnet/dslnet/blob/main/{Folder}/{name}.md\">",
            Documents.Read($"src/DslNet/Declaration/{name}Attribute.cs"));

    [Theory, MemberData(nameof(Names))]
    public void It_says_everything(string name)
    {
        string page = Documents.Read($"{Folder}/{name}.md");
        Assert.StartsWith($"# {name}\n", page);
        bool hasWeights = s_withWeights.Value.Contains(name);
        string[] sections = hasWeights ? [.. s_sections.Take(3), "## Weights", .. s_sections.Skip(3)] : s_sections;
        Assert.Equal(sections, Heading().Matches(page).Select(match => match.Value.TrimEnd()));
        Assert.All(sections, section => Assert.NotEmpty(Documents.SectionOf(page, section).Trim()));
        string elsewhere = Documents.SectionOf(page, "## In other frameworks");
        Assert.All(["PyTorch", "ONNX", "Keras"], framework => Assert.Contains($"\n| {framework} | ", elsewhere));
        Assert.Contains(name, Documents.CodeIn(page).First());
        if (hasWeights)
        {
            string weights = Documents.SectionOf(page, "## Weights");
            Assert.All(["| here, ", "| PyTorch ", "| ONNX ", "| Keras "], row => Assert.Contains("\n" + row, weights));
        }
    }

    [Fact]
    public void Some_layers_have_weights() => Assert.Subset(s_withWeights.Value, new HashSet<string> { "Conv2D", "Dense" });

    /// <summary>The table of arguments is the attribute's constructors and properties, with the defaults that they have.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Its_arguments_and_defaults_are_the_attribute_s(string name)
    {
        string arguments = Documents.SectionOf(Documents.Read($"{Folder}/{name}.md"), "## Arguments");
        Assert.Equal(
            DeclaredArgument.Of(CatalogueNames.AttributeOf(name)),
            ArgumentRow().Matches(arguments).Select(row => new DeclaredArgument(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value.Trim('`'))));
    }

    /// <summary>A bound on a layer's page is that of docs/numerics.md, which its own tests hold.</summary>
    [Fact]
    public void Bounds_of_functions_are_those_of_numerics()
    {
        string numerics = Documents.Read("docs/numerics.md");
        int found = 0;
        foreach (string name in CatalogueNames.All.Where(name => Documents.Exists($"{Folder}/{name}.md")))
        {
            foreach (Match bound in FunctionBound().Matches(Documents.Read($"{Folder}/{name}.md")))
            {
                Assert.Contains($"\n| `{bound.Groups[1].Value}` | {bound.Groups[2].Value} |", numerics);
                found++;
            }
        }

        Assert.True(found > 5, "No page states a bound in the form “`Tanh` is within 2 ULP”.");
    }

    [Fact]
    public void No_link_leads_nowhere()
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Documents.Root, Folder), "*.md"))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(path)))
            {
                string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups[1].Value));
                Assert.True(File.Exists(target), $"{Path.GetFileName(path)} links to {link.Groups[1].Value}, which does not exist.");
                string heading = link.Groups[2].Value;
                Assert.True(
                    heading.Length == 0 || Heading().Matches(File.ReadAllText(target)).Any(match => AnchorOf(match.Value) == heading),
                    $"{Path.GetFileName(path)} links to {link.Groups[1].Value}#{heading}, which is no heading there.");
            }
        }
    }

    /// <summary>As GitHub makes one: small letters, without punctuation, hyphens for spaces.</summary>
    private static string AnchorOf(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^\| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("^#{2,3} .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex ArgumentRow();

    [GeneratedRegex(@"`(\w+)` is within ([\d.]+) ULP")]
    private static partial Regex FunctionBound();

    [GeneratedRegex(@"\]\(([^)#:]*\.md)(?:#([^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
