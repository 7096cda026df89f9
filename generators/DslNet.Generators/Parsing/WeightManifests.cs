using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Parsing;

/// <summary>The files of weights of a project, as the build has told the compiler of them.</summary>
internal static class WeightManifests
{
    private static readonly ConditionalWeakTable<SourceText, WeightManifest> s_read = new();

    /// <summary>Whether an additional file is such a text.</summary>
    public static bool IsOne(AdditionalText file) => file.Path.EndsWith(WeightManifest.Ending, StringComparison.OrdinalIgnoreCase);

    /// <returns>What a text says; null if it cannot be read.</returns>
    public static WeightManifest? Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
            return null;
        if (!s_read.TryGetValue(text, out WeightManifest? known) && ManifestText.Read(text.ToString()) is { } read)
            known = s_read.GetValue(text, _ => read);
        return known;
    }

    /// <summary>All of a compilation, in the order of the project.</summary>
    public static IReadOnlyList<WeightManifest> In(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        [.. files.Where(IsOne).Select(file => Read(file, cancellation)).OfType<WeightManifest>()];

    /// <summary>Whether a manifest is for a network: by the name of its class, or by that and what is around it.</summary>
    public static bool IsFor(WeightManifest manifest, TypeSpec type) => manifest.Network == type.PlainName || manifest.Network == type.HintName;
}
