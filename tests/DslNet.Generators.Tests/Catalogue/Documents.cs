using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>The repository's documents, as they are in the working tree.</summary>
internal static partial class Documents
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>What stands below a heading, up to the next one of its level.</summary>
    public static string Section(string path, string heading) => SectionOf(Read(path), heading);

    /// <summary>What stands below a heading of a text, up to the next one of its level.</summary>
    public static string SectionOf(string text, string heading)
    {
        int start = ("\n" + text).IndexOf("\n" + heading + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no “{heading}”.");
        string rest = text[(start + heading.Length)..];
        string marks = heading[..heading.IndexOf(' ')];
        int end = rest.IndexOf($"\n{marks} ", StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The blocks of C# in a text.</summary>
    public static IEnumerable<string> CodeIn(string text) => CodeBlock().Matches(text).Select(match => match.Groups[1].Value);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
