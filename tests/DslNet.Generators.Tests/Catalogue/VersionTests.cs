using System.Xml.Linq;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>The version stands in one place; where it is written beside that, it is the same.</summary>
public sealed class VersionTests
{
    private static readonly string s_version = XDocument.Parse(Documents.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    [Theory]
    [InlineData("README.md", "#:package DslNet@{0}")]
    [InlineData("README.md", "DslNet.Templates.{0}.nupkg")]
    [InlineData("src/DslNet/README.md", "#:package DslNet@{0}")]
    [InlineData("docs/build.md", "#:package DslNet@{0}")]
    [InlineData("docs/build.md", "Include=\"DslNet\" Version=\"{0}\"")]
    [InlineData("templates/DslNet.Templates/content/dslnet-classifier/.template.config/template.json", "\"defaultValue\": \"{0}\"")]
    [InlineData("templates/DslNet.Templates/content/dslnet-regression/.template.config/template.json", "\"defaultValue\": \"{0}\"")]
    [InlineData("CHANGELOG.md", "\n## {0}\n")]
    public void A_document_has_the_version(string path, string text) =>
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, s_version), Documents.Read(path), StringComparison.Ordinal);
}
