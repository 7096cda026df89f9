using System.Globalization;
using System.Text.RegularExpressions;

namespace DslNet.Package.Tests;

/// <summary>The templates, installed from their package into a settings folder of their own, instantiated and run.</summary>
public sealed class TemplateTests(PackageFeed feed)
{
    [LongTheory]
    [InlineData("dslnet-classifier", "Tried.Out", "accuracy:", 0.9, 1)]
    [InlineData("dslnet-classifier", "Spirals", "accuracy:", 0.9, 1)]
    [InlineData("dslnet-regression", "Regression", "mean squared error:", 0, 0.02)]
    public async Task Templates_make_programs_that_learn(string template, string name, string result, double least, double most)
    {
        // A project may be called as the README says, or as one of the template's own types.
        string folder = feed.NewFolder(name);
        string hive = Path.Combine(folder, "hive");
        await Dotnet.SucceedAsync(folder, "new", "install", Path.Combine(feed.Feed, $"DslNet.Templates.{feed.Version}.nupkg"), "--debug:custom-hive", hive);
        await Dotnet.SucceedAsync(
            folder, "new", template, "-n", name, "-o", "made", "--dslnet-version", feed.Version, "--no-update-check", "--debug:custom-hive", hive);

        string project = Path.Combine(folder, "made");
        Assert.True(File.Exists(Path.Combine(project, name + ".csproj")));
        CommandResult run = await Dotnet.SucceedAsync(project, "run");
        Assert.InRange(double.Parse(run.After(result), CultureInfo.InvariantCulture), least, most);
        Assert.Matches(@"^Epoch [0-9]+/[0-9]+  loss ", "Epoch " + run.After("Epoch "));
        // What comes before is the build's.
        string printed = run.Output[run.Output.IndexOf(", loss: ", StringComparison.Ordinal)..];
        Assert.All(printed.Split('\n', '\r'), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
    }

    [Fact]
    public void Templates_refer_to_the_version_they_are_packed_with()
    {
        string root = PackageFeed.Repository;
        string version = Regex.Match(File.ReadAllText(Path.Combine(root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        string[] templates = Directory.GetFiles(Path.Combine(root, "templates/DslNet.Templates/content"), "template.json", SearchOption.AllDirectories);
        Assert.Equal(2, templates.Length);
        Assert.All(templates, template => Assert.Contains($"\"defaultValue\": \"{version}\"", File.ReadAllText(template)));
        Assert.Contains($"/DslNet.Templates.{version}.nupkg", File.ReadAllText(Path.Combine(root, "README.md")));
    }
}
