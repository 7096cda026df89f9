using System.Text.RegularExpressions;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Tests.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>Every layer and loss of the catalogues is tried: a new one is missed here wherever it was forgotten.</summary>
public sealed class CatalogueTests
{
    /// <summary>Enough that the rarest layer is drawn several times; the first of them are those that every run compiles.</summary>
    private const int DrawnNetworks = 500;

    private static readonly Lazy<HashSet<string>>
        s_valueCases = new(() => KindsOf(ValueCases.All.Values.Select(value => value.Network))),
        s_randomNetworks = new(() => KindsOf(Enumerable.Range(1, DrawnNetworks).Select(RandomNetworks.Draw))),
        s_centralDifferences = new(() => KindsOf(CentralDifferenceTests.Networks.Values.Select(create => create()))),
        s_specifications = new(() => [.. EveryLayer.Networks.SelectMany(attributes => AttributesIn(NetworkSource.Class(attributes)))]),
        s_caching = new(() => [.. AttributesIn("using DslNet;\n" + CachingTests.Source)]);

    private static readonly Lazy<string> s_readme = new(() => Documents.Section("README.md", "## The language"));

    public static TheoryData<string> Names => [.. CatalogueNames.All];

    [Theory, MemberData(nameof(Names))]
    public void It_is_among_the_value_cases(string name) => AssertContains(name, s_valueCases, "Values/Cases, or as an activation in Oracle/Layers/TriedActivations.cs");

    [Theory, MemberData(nameof(Names))]
    public void It_is_among_the_random_networks(string name) => AssertContains(name, s_randomNetworks, "Values/RandomParts.cs, or as an activation in Oracle/Layers/TriedActivations.cs");

    [Theory, MemberData(nameof(Names))]
    public void The_oracle_s_gradient_is_checked_by_central_differences(string name) =>
        AssertContains(name, s_centralDifferences, "Oracle/CentralDifferenceTests.cs, or as an activation in Oracle/Layers/TriedActivations.cs");

    [Theory, MemberData(nameof(Names))]
    public void It_is_among_the_specifications(string name) => AssertContains(name, s_specifications, "Parsing/EveryLayer.cs");

    [Theory, MemberData(nameof(Names))]
    public void It_is_among_the_cached_networks(string name) => AssertContains(name, s_caching, "Parsing/EveryLayer.cs, whose networks Harness/CachingTests.cs takes");

    [Theory, MemberData(nameof(Names))]
    public void The_readme_has_it_in_its_table(string name) =>
        Assert.True(Regex.IsMatch(s_readme.Value, $@"`\[{name}[\](]"), $"README.md, “The language”, has no `[{name}]`. Add it to the table.");

    private static void AssertContains(string name, Lazy<HashSet<string>> tried, string place) =>
        Assert.True(tried.Value.Contains(name), $"{name} is in the catalogue, but not tried in {place}. Add it there.");

    private static HashSet<string> KindsOf(IEnumerable<OracleNetwork> networks) =>
        [.. networks.SelectMany(network => (string?[])[.. network.Layers.Select(layer => layer.Kind), network.Loss?.Kind]).OfType<string>()];

    /// <summary>The library's attributes in source, without their ending.</summary>
    private static IEnumerable<string> AttributesIn(string source)
    {
        CSharpCompilation compilation = NetworkSource.Compile(source);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, cancellation)
            .SelectMany(type => type.GetAttributes())
            .Select(attribute => attribute.AttributeClass!)
            .Where(type => type.ContainingNamespace.Name == nameof(DslNet))
            .Select(type => CatalogueNames.WithoutEnding(type.Name));
    }
}
