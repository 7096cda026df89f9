using DslNet.Generators.Model;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Parsing;

/// <summary>Names the layers: as declared, or by kind and place among all layers of the kind.</summary>
internal static class LayerNames
{
    public static void Assign(IReadOnlyList<LayerDraft> layers, INamedTypeSymbol type, ProblemList problems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new string[layers.Count];
        for (int i = 0; i < layers.Count; i++)
        {
            string kind = layers[i].Layer.Kind;
            counts.TryGetValue(kind, out int count);
            counts[kind] = count + 1;
            numbered[i] = kind + NumberText.Of(count + 1);
            layers[i].ReferenceName = layers[i].Arguments.String("Name") is { } name ? IdentifierText.Normalize(name) : numbered[i];
        }

        // A property keeps the names of a getter and a setter for itself, although layers have no setter.
        Dictionary<string, string> accessors = new(StringComparer.Ordinal);
        foreach (string property in layers.Where(layer => layer.Layer.HasParameters).Select(layer => layer.ReferenceName))
        {
            accessors["get_" + property] = $"the getter of the layer {property}";
            accessors["set_" + property] = $"the setter that C# reserves for the layer {property}";
        }

        // Names that differ only in the case of the first letter would be one name in files.
        var names = new HashSet<string>(FirstLetterComparer.Instance);
        for (int i = 0; i < layers.Count; i++)
            layers[i].Name = Choose(layers[i], numbered[i], names, accessors, type, problems);
    }

    private static string Choose(
        LayerDraft layer, string numbered, HashSet<string> names, Dictionary<string, string> accessors, INamedTypeSymbol type, ProblemList problems)
    {
        string name = layer.ReferenceName;
        string? view = layer.Layer.View;
        Location location = layer.Arguments.LocationOf("Name");
        if (!IsIdentifier(name))
        {
            string suggestion = Suggest(name, numbered);
            string free = Unique(suggestion, names, type, view);
            problems.Add(RuleIds.NameNotIdentifier, location, [name, free]);
            return free;
        }

        string? taker = ReservedNames.TakerOf(name, type, view)
            ?? (view is not null && accessors.TryGetValue(name, out string? accessor) ? accessor : null);
        if (taker is not null)
        {
            problems.Add(RuleIds.NameTaken, location, [name, taker]);
            return Unique(name + "Layer", names, type, view);
        }

        if (!names.Add(name))
        {
            problems.Add(RuleIds.NameUsedTwice, location, [name]);
            return Unique(numbered, names, type, view);
        }

        return name;
    }

    /// <summary>Keywords would have to be escaped wherever the name is used, which nobody means.</summary>
    private static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    private static string Suggest(string name, string numbered)
    {
        string letters = new([.. name.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')]);
        string trimmed = letters.Trim('_');
        if (trimmed.Length == 0)
            return numbered;
        if (IsIdentifier(trimmed))
            return trimmed;

        string prefixed = "_" + trimmed;
        return IsIdentifier(prefixed) ? prefixed : numbered;
    }

    private static string Unique(string name, HashSet<string> names, INamedTypeSymbol type, string? view)
    {
        string candidate = name;
        for (int i = 2; ReservedNames.TakerOf(candidate, type, view ?? WeightOptions.View) is not null || !names.Add(candidate); i++)
            candidate = name + "_" + NumberText.Of(i);
        return candidate;
    }
}
