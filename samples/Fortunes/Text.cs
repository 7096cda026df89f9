namespace Fortunes;

/// <summary>A text as tokens: a character each. What is not among them is a blank.</summary>
internal sealed class Text
{
    /// <summary>How many characters there are: the line break, and those from the blank to the tilde.</summary>
    public const int Characters = 1 + Last - First + 1;

    private const char First = ' ', Last = '~', Break = '\n';

    // Of a text in so many parts the last one is kept back.
    private const int Parts = 20;

    private readonly int[] _tokens;

    /// <param name="text">The text.</param>
    public Text(string text) => _tokens = [.. text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal).Select(TokenOf)];

    /// <summary>What is learned from.</summary>
    public ReadOnlySpan<int> Train => _tokens.AsSpan(0, _tokens.Length / Parts * (Parts - 1));

    /// <summary>What is kept back.</summary>
    public ReadOnlySpan<int> Test => _tokens.AsSpan(_tokens.Length / Parts * (Parts - 1));

    /// <summary>All files of a folder, one after the other in the order of their names.</summary>
    public static Text ReadAll(string folder) =>
        new(string.Concat(Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)));

    /// <summary>The token of a character.</summary>
    public static int TokenOf(char character) => character is >= First and <= Last ? 1 + character - First : character == Break ? 0 : TokenOf(First);

    /// <summary>The character of a token.</summary>
    public static char CharacterOf(int token) => token == 0 ? Break : (char)(First + token - 1);
}
