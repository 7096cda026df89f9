using DslNet.Generators.Parsing.Unknown;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Emission;

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
        using (writer.Block($"internal sealed class {Escape(name)} : global::System.Attribute"))
        {
            // One constructor for each number of arguments: where two uses name them differently, the compiler says so.
            foreach (Placeholder use in uses.GroupBy(use => use.Parameters.Count).Select(same => same.First()))
                writer.Line($"public {Escape(name)}({string.Join(", ", use.Parameters.Select(parameter => $"object? {Escape(parameter)}"))}) {{ }}");
            foreach (string property in uses.SelectMany(use => use.Properties).Distinct(StringComparer.Ordinal))
                writer.Line($"public object? {Escape(property)} {{ get; set; }}");
        }

        writer.Line();
    }

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
