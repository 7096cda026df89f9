using System.Globalization;

namespace DslNet.Generators.Parsing;

/// <summary>Identifiers as C# compares them.</summary>
internal static class IdentifierText
{
    /// <summary>The name without the formatting characters in it, which are invisible and make no difference to C#.</summary>
    public static string Normalize(string name) => name.Any(IsFormatting) ? new([.. name.Where(c => !IsFormatting(c))]) : name;

    private static bool IsFormatting(char c) => c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
