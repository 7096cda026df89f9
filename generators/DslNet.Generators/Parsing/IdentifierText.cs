using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Parsing;

/// <summary>Identifiers as C# compares and writes them.</summary>
internal static class IdentifierText
{
    /// <summary>What an attribute's class ends in, and its use may leave out.</summary>
    public const string AttributeEnding = "Attribute";

    /// <summary>The name without the formatting characters in it, which are invisible and make no difference to C#.</summary>
    public static string Normalize(string name) => name.Any(IsFormatting) ? new([.. name.Where(c => !IsFormatting(c))]) : name;

    /// <summary>
    /// The name as it is declared. Words in small letters are escaped whether they are keywords or not: the compiler warns of those in
    /// types' names that are not.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None && !name.All(c => c is >= 'a' and <= 'z')
            ? name
            : "@" + name;

    /// <summary>An attribute's name as it is used.</summary>
    public static string WithoutAttributeEnding(string name) => name.Length > AttributeEnding.Length && name.EndsWith(AttributeEnding, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - AttributeEnding.Length)
        : name;

    private static bool IsFormatting(char c) => c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
