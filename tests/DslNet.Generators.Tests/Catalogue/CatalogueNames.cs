using DslNet.Generators.Parsing;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>All layers, joins, activations and losses of the language, by the names that users write.</summary>
internal static class CatalogueNames
{
    private const string Ending = "Attribute";

    public static IReadOnlyList<string> Layers { get; } = [.. LayerCatalogue.Readers.Keys.Select(WithoutEnding).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Losses { get; } = [.. LossCatalogue.Readers.Keys.Select(WithoutEnding).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> All { get; } = [.. Layers, .. Losses];

    public static Type AttributeOf(string name) => typeof(NetworkAttribute).Assembly.GetType($"DslNet.{name}{Ending}", throwOnError: true)!;

    public static string WithoutEnding(string attribute)
    {
        Assert.EndsWith(Ending, attribute);
        return attribute[..^Ending.Length];
    }
}
