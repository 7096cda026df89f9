using System.Globalization;
using System.Text.RegularExpressions;

namespace DslNet.Package.Tests;

/// <summary>The templates, installed from their package into a settings folder of their own, instantiated and run where no source has the package.</summary>
public sealed class TemplateTests(PackageFeed feed)
{
    [LongTheory]
    [InlineData("dslnet-classifier", "Tried.Out", "made here", "accuracy:", 0.9, 1)]
    [InlineData("dslnet-classifier", "Spirals", "Spirals", "accuracy:", 0.9, 1)]
    [InlineData("dslnet-regression", "Regression", "made", "mean squared error:", 0, 0.02)]
    public async Task Templates_make_programs_that_learn(string template, string name, string output, string result, double least, double most)
    {
        // A project may be called as the README says, or as one of the template's own types, and its path may have spaces.
        string folder = feed.NewFolderAlone("some where");
        await NewAsync(folder, template, "-n", name, "-o", output);

        string project = Path.Combine(folder, output);
        Assert.True(File.Exists(Path.Combine(project, name + ".csproj")));
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--project", output);
        Assert.InRange(double.Parse(run.After(result), CultureInfo.InvariantCulture), least, most);
        Assert.Matches(@"^Epoch [0-9]+/[0-9]+  loss ", "Epoch " + run.After("Epoch "));
        // What comes before is the build's.
        string printed = run.Output[run.Output.IndexOf(", loss: ", StringComparison.Ordinal)..];
        Assert.All(printed.Split('\n', '\r'), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        Assert.Equal(new[] { "hive", output }.Order(), FoldersIn(folder));
    }

    [LongFact]
    public async Task A_new_project_restores_where_versions_are_managed_centrally()
    {
        string folder = feed.NewFolderAlone("Central");
        string central = Path.Combine(folder, "Directory.Packages.props");
        const string text = "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>";
        await File.WriteAllTextAsync(central, text, TestContext.Current.CancellationToken);
        await NewAsync(folder, "dslnet-regression", "-o", "Made", "--no-restore");
        await Dotnet.SucceedAsync(folder, "restore", "Made");
        Assert.Equal(text, await File.ReadAllTextAsync(central, TestContext.Current.CancellationToken));
    }

    [LongFact]
    public async Task The_package_can_be_left_out()
    {
        string folder = feed.NewFolderAlone("Left");
        await NewAsync(folder, "dslnet-classifier", "-o", "Made", "--local-package", "false", "--no-restore");
        Assert.Equal(["Classifier.cs", "Made.csproj", "Program.cs", "Spirals.cs"], Directory.GetFiles(Path.Combine(folder, "Made"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [LongFact]
    public async Task A_project_that_exists_gets_the_package_beside_it_and_keeps_its_own_configuration()
    {
        string folder = feed.NewFolderAlone("Existing");
        await NewAsync(folder, "classlib", "-o", "Mine", "--no-restore");
        await NewAsync(folder, "dslnet-package", "-o", "Mine");
        await Dotnet.SucceedAsync(folder, "add", "Mine", "package", "DslNet", "--prerelease");
        Assert.Contains($"<PackageReference Include=\"DslNet\" Version=\"{feed.Version}\" />", await File.ReadAllTextAsync(Path.Combine(folder, "Mine/Mine.csproj"), TestContext.Current.CancellationToken));

        string configuration = Path.Combine(folder, "Mine/nuget.config");
        await File.WriteAllTextAsync(configuration, "<configuration />", TestContext.Current.CancellationToken);
        CommandResult again = await Dotnet.RunAsync(folder, New(folder, "dslnet-package", "-o", "Mine"));
        Assert.NotEqual(0, again.ExitCode);
        Assert.Contains("--force", again.Output);
        Assert.Equal("<configuration />", await File.ReadAllTextAsync(configuration, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Templates_refer_to_the_version_they_are_packed_with()
    {
        string root = PackageFeed.Repository;
        string version = Regex.Match(File.ReadAllText(Path.Combine(root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        string[] templates = Directory.GetFiles(Path.Combine(root, "templates/DslNet.Templates/content"), "template.json", SearchOption.AllDirectories);
        Assert.Equal(3, templates.Length);
        Assert.All(templates.Where(template => !template.Contains("dslnet-package")), template => Assert.Contains($"\"defaultValue\": \"{version}\"", File.ReadAllText(template)));
        Assert.Contains($"/DslNet.Templates.{version}.nupkg", File.ReadAllText(Path.Combine(root, "README.md")));
        Assert.Contains($"#:package DslNet@{version}", File.ReadAllText(Path.Combine(root, "README.md")));
    }

    private static IEnumerable<string?> FoldersIn(string folder) => Directory.GetDirectories(folder).Select(Path.GetFileName).Order();

    private async Task NewAsync(string folder, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(folder, "hive")))
        {
            await Dotnet.SucceedAsync(
                folder, "new", "install", Path.Combine(feed.Feed, $"DslNet.Templates.{feed.Version}.nupkg"), "--debug:custom-hive", Path.Combine(folder, "hive"));
        }

        await Dotnet.SucceedAsync(folder, New(folder, arguments));
    }

    private static string[] New(string folder, params string[] arguments) =>
        ["new", .. arguments, "--no-update-check", "--debug:custom-hive", Path.Combine(folder, "hive")];
}
