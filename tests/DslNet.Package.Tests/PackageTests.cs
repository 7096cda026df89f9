using System.IO.Compression;
using System.Xml.Linq;

namespace DslNet.Package.Tests;

/// <summary>What is in the package.</summary>
public sealed class PackageTests(PackageFeed feed)
{
    [Fact]
    public void It_holds_everything_and_nothing_else()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"DslNet.{feed.Version}.nupkg"));
        Assert.Equal(
            [
                "DslNet.nuspec",
                "README.md",
                "analyzers/dotnet/cs/DslNet.CodeFixes.dll",
                "analyzers/dotnet/cs/DslNet.Generators.dll",
                "build/net10.0/DslNet.props",
                "build/net10.0/DslNet.targets",
                "buildTransitive/net10.0/DslNet.props",
                "buildTransitive/net10.0/DslNet.targets",
                "icon.png",
                "lib/net10.0/DslNet.dll",
                "lib/net10.0/DslNet.xml",
                "tasks/netstandard2.0/DslNet.Build.dll",
            ],
            package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal));

        using Stream nuspec = package.GetEntry("DslNet.nuspec")!.Open();
        var document = XDocument.Load(nuspec);
        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("MIT", document.Descendants().Single(element => element.Name.LocalName == "license").Value);
    }

    [Fact]
    public void The_symbols_are_beside_it()
    {
        using ZipArchive symbols = ZipFile.OpenRead(Path.Combine(feed.Feed, $"DslNet.{feed.Version}.snupkg"));
        Assert.NotNull(symbols.GetEntry("lib/net10.0/DslNet.pdb"));
    }
}
