namespace DslNet.Generators.Parsing;

/// <summary>Guesses which name was meant.</summary>
internal static class Spelling
{
    /// <summary>
    /// The one name that differs from what was written in case or a letter only; null if there is none, or more than one.
    /// Another number is never meant: it is another layer's.
    /// </summary>
    public static string? Meant(string written, IReadOnlyCollection<string> known)
    {
        string[] near = [.. known.Where(name => Digits(name) == Digits(written) && IsNear(Fold(written), Fold(name)))];
        return near.Length == 1 ? near[0] : null;
    }

    private static string Fold(string name) => name.ToUpperInvariant();

    private static string Digits(string name) => new([.. name.Where(char.IsDigit)]);

    /// <summary>Whether at most one letter is missing, too many, another, or in its neighbour's place.</summary>
    private static bool IsNear(string first, string second)
    {
        (string shorter, string longer) = first.Length <= second.Length ? (first, second) : (second, first);
        int same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
            same++;
        if (shorter.Length == longer.Length)
        {
            return same >= shorter.Length - 1
                || Rest(shorter, same + 1) == Rest(longer, same + 1)
                || (shorter[same], shorter[same + 1]) == (longer[same + 1], longer[same]) && Rest(shorter, same + 2) == Rest(longer, same + 2);
        }

        return longer.Length == shorter.Length + 1 && shorter.Length > 0 && Rest(shorter, same) == Rest(longer, same + 1);
    }

    private static string Rest(string text, int start) => text.Substring(start);
}
