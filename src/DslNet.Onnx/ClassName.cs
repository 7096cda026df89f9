using System.Text.RegularExpressions;

namespace DslNet.Onnx;

/// <summary>The name of an imported class.</summary>
internal static partial class ClassName
{
    /// <summary>The name that was asked for, or one made of the file's: its letters and digits, each word with a capital.</summary>
    public static string Of(string path, string? wanted)
    {
        if (wanted is not null)
            return Identifier().IsMatch(wanted) && !IsWord(wanted) ? wanted : throw new ArgumentException($"“{wanted}” is no name of a class. Choose letters and digits, a capital first.");
        string name = string.Concat(Words().Matches(Path.GetFileNameWithoutExtension(path)).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));
        return name.Length == 0 ? "ImportedNetwork" : char.IsAsciiDigit(name[0]) ? "Net" + name : name;
    }

    /// <summary>A namespace, checked.</summary>
    public static string? Namespace(string? wanted) => wanted is null || wanted.Split('.').All(part => Identifier().IsMatch(part) && !IsWord(part))
        ? wanted
        : throw new ArgumentException($"“{wanted}” is no namespace. Write names with dots between them, such as Game.Policies.");

    /// <summary>Words in small letters may be C#'s own, now or later.</summary>
    private static bool IsWord(string name) => name.All(char.IsAsciiLetterLower);

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words();
}
