using DslNet.Generators.Emission;
using DslNet.Generators.Text;

namespace DslNet.Generators.Parsing;

/// <summary>Writes attribute classes that stand for names which do not exist; see <see cref="Placeholder"/>.</summary>
internal static class PlaceholderFile
{
    public const string HintName = "DslNet.UnknownAttributes";

    public static string Write(IEnumerable<Placeholder> placeholders)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [], "// Attributes that do not exist: what to write instead is an error of the build.");
        foreach (IGrouping<string, Placeholder> place in placeholders.GroupBy(placeholder => placeholder.Namespace).OrderBy(place => place.Key, StringComparer.Ordinal))
        {
            using (place.Key.Length == 0 ? null : writer.Block("namespace " + place.Key))
            {
                foreach (IGrouping<string, Placeholder> uses in place.GroupBy(placeholder => placeholder.Name).OrderBy(uses => uses.Key, StringComparer.Ordinal))
                    WriteClass(writer, uses.Key, [.. uses]);
            }
        }

        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, string name, IReadOnlyList<Placeholder> uses)
    {
        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = true, Inherited = false)]");
        using (writer.Block($"internal sealed class {IdentifierText.Escape(name)} : global::System.Attribute"))
        {
            // One constructor for all uses, of whatever form. No library calls an argument as the places are called here.
            IEnumerable<string> places = Enumerable.Range(0, uses.Max(use => use.PositionalCount)).Select(i => Invariant($"_{i}"));
            IEnumerable<string> names = uses.SelectMany(use => use.Parameters).Distinct(StringComparer.Ordinal).Select(IdentifierText.Escape);
            writer.Line($"public {IdentifierText.Escape(name)}({string.Join(", ", places.Concat(names).Select(parameter => $"object? {parameter} = null"))}) {{ }}");
            foreach (string property in uses.SelectMany(use => use.Properties).Distinct(StringComparer.Ordinal))
                writer.Line($"public object? {IdentifierText.Escape(property)} {{ get; set; }}");
        }

        writer.Line();
    }
}
