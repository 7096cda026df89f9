using System.Globalization;

namespace DslNet.Onnx.Graphs;

/// <summary>Names of a file, which may be anything: a number, a path, a text of JSON.</summary>
internal static class Names
{
    private const int LongestShown = 80;

    /// <summary>A name for the eye: one line, not too long.</summary>
    public static string Shown(string name)
    {
        string line = new([.. name.Select(letter => IsPlain(letter) ? letter : '·')]);
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }

    /// <summary>Whether a letter can stand in a comment: what ends a line of C#, or turns the direction of reading, could make code of a name.</summary>
    private static bool IsPlain(char letter) => letter == ' ' || char.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    /// <summary>An identifier of C# that is as near to the name as can be; null if no letter of it can stay.</summary>
    public static string? Identifier(string name)
    {
        string letters = new([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        string trimmed = letters.Trim('_');
        return trimmed.Length is 0 or > LongestShown ? null : trimmed;
    }
}
