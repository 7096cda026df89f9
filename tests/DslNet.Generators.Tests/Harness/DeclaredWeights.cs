using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>
/// What the build would tell the compiler of files of weights, from comments: <c>// net.safetensors has dense1.weight F32 3×4, dense1.bias F32 3</c>, and the item
/// of the project, <c>// &lt;DslNetWeights Include="net.safetensors" Network="Net" /&gt;</c>.
/// </summary>
internal static partial class DeclaredWeights
{
    /// <summary>The project with the items.</summary>
    public const string Project = "Net.csproj";

    public static ImmutableArray<AdditionalText> In(string source)
    {
        Dictionary<string, EquatableArray<StoredTensor>> files = FileLine().Matches(source)
            .ToDictionary(match => match.Groups["file"].Value, match => match.Groups["tensors"].Value.Split(',').Select(Tensor).ToEquatableArray());
        return [.. ItemLine().Matches(source).Select((match, i) => new Text(
            string.Create(CultureInfo.InvariantCulture, $"obj/{i}{WeightManifest.Ending}"), ManifestText.Write(Manifest(match.Groups["attributes"].Value, files))))];
    }

    private static WeightManifest Manifest(string text, Dictionary<string, EquatableArray<StoredTensor>> files)
    {
        ILookup<string, string> attributes = AttributeText().Matches(text).ToLookup(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        string file = attributes["Include"].Single();
        bool isEmbedded = attributes["Embed"].Contains("true");
        return new(
            file, attributes["Network"].Single(), Project, isEmbedded, isEmbedded ? "DslNet.Weights.Net" : file,
            Entries("Map").Select(entry => new Renaming(entry[..entry.LastIndexOf(':')], entry[(entry.LastIndexOf(':') + 1)..])).ToEquatableArray(),
            Entries("Ignore").ToEquatableArray(), files[file]);

        IEnumerable<string> Entries(string name) => attributes[name].SelectMany(value => value.Split(';'));
    }

    private static StoredTensor Tensor(string text)
    {
        string[] parts = text.Trim().Split(' ');
        return new(parts[0], parts[1], parts.Length < 3 ? EquatableArray<long>.Empty : parts[2].Split('×').Select(axis => long.Parse(axis, CultureInfo.InvariantCulture)).ToEquatableArray());
    }

    [GeneratedRegex(@"^// (?<file>\S+\.safetensors) has (?<tensors>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex("^// <DslNetWeights(?<attributes>.+)/>", RegexOptions.Multiline)]
    private static partial Regex ItemLine();

    [GeneratedRegex("(?<name>\\w+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex AttributeText();

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
