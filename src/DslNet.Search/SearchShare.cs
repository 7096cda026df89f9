using System.Globalization;

namespace DslNet.Search;

/// <summary>Which trials a process does where several divide them by their numbers: those whose number leaves <paramref name="Index"/> when divided by <paramref name="Count"/>.</summary>
/// <param name="Index">Which share, from 0.</param>
/// <param name="Count">How many shares.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
public readonly record struct SearchShare(int Index, int Count)
{
    private readonly int _index = Index >= 0 && Index < Count
        ? Index
        : throw new ArgumentOutOfRangeException(nameof(Index), Index, $"There is no share {Index} of {Count}. Shares are counted from 0 to one less than their count.");
    private readonly int _count = Count;

    /// <summary>Which share, from 0.</summary>
    public int Index => _index;

    /// <summary>How many shares: one, of all trials, unless said otherwise.</summary>
    public int Count => Math.Max(1, _count);

    /// <summary>The environment variable that says which: <c>2/8</c> is the third of eight. Set it from a batch scheduler's array, or from an MPI rank.</summary>
    public const string Variable = "DSLNET_SEARCH_SHARE";

    /// <summary>All trials.</summary>
    public static SearchShare All => new(0, 1);

    /// <summary>What the environment says; all trials where it says nothing.</summary>
    /// <exception cref="FormatException">The variable is no share.</exception>
    public static SearchShare OfEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Parse(text) : All;

    /// <summary>Reads a share.</summary>
    /// <param name="text">Such as <c>2/8</c>.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static SearchShare Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && index < count
            ? new(index, count)
            : throw new FormatException($"{Variable} is \"{text}\", which is no share. Write the share from 0 and how many there are, such as 2/8.");
    }

    internal bool Has(int trial) => trial % Count == Index;
}
