using System.Globalization;
using DslNet.Search;

namespace DslNet.Tool.Searching;

/// <summary>Settings as the command line has them.</summary>
internal static class SpaceReader
{
    private const string Logarithmic = "log";

    /// <exception cref="ArgumentException">They are no settings.</exception>
    public static SearchSpace Read(string[] real, string[] integer, string[] choice)
    {
        SearchSpace space = new();
        foreach ((string name, string least, string most, bool isLogarithmic) in Ranges("--real", real))
            space.Real(name, Number(name, least), Number(name, most), isLogarithmic);
        foreach ((string name, string least, string most, bool isLogarithmic) in Ranges("--integer", integer))
            space.Integer(name, Whole(name, least), Whole(name, most), isLogarithmic);
        if (choice.Length % 2 != 0)
            throw new ArgumentException($"--choice has {string.Join(" ", choice)}. Write a name, and words with commas between: --choice optimizer Adam,SGD.");
        for (int i = 0; i < choice.Length; i += 2)
            space.Choice(choice[i], choice[i + 1].Split(','));
        return space;
    }

    /// <exception cref="ArgumentException">It is none.</exception>
    public static SuccessiveHalving? Halving(string? text)
    {
        if (text is null)
            return null;
        string[] parts = text.Split(',');
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int first) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int factor)
            ? new(first, factor)
            : throw new ArgumentException($"--halving is {text}. Write the first step and the factor, such as 1,3.");
    }

    private static IEnumerable<(string Name, string Least, string Most, bool IsLogarithmic)> Ranges(string option, string[] words)
    {
        for (int i = 0; i < words.Length;)
        {
            if (words.Length - i < 3)
                throw new ArgumentException($"{option} has {string.Join(" ", words.Skip(i))}. Write a name, the least and the greatest value: {option} lr 1 100.");
            bool isLogarithmic = i + 3 < words.Length && words[i + 3] == Logarithmic;
            yield return (words[i], words[i + 1], words[i + 2], isLogarithmic);
            i += isLogarithmic ? 4 : 3;
        }
    }

    private static double Number(string name, string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : throw new ArgumentException($"{text} of {name} is no number.");

    private static int Whole(string name, string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : throw new ArgumentException($"{text} of {name} is no whole number.");
}
