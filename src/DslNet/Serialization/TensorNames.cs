namespace DslNet;

/// <summary>From the names of a file to those of a network, as the caller of a load gave them.</summary>
/// <param name="rename">From names in the file, or what they begin with up to a dot, to names of the network.</param>
/// <param name="ignore">Names in the file, or what they begin with up to a dot, that are left out.</param>
/// <remarks>A dot at the end of a name is allowed, and means nothing.</remarks>
internal sealed class TensorNames(IReadOnlyDictionary<string, string>? rename, IReadOnlyCollection<string>? ignore)
{
    private readonly HashSet<string> _ignored = [.. (ignore ?? []).Select(name => name.TrimEnd('.'))];
    private readonly Dictionary<string, string> _byName = Normalize(rename);

    /// <summary>What the caller gave.</summary>
    public IReadOnlyDictionary<string, string> Renaming => _byName;

    /// <summary>Whether a name has a beginning up to a dot, or is it.</summary>
    public static bool Begins(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal) && (name.Length == part.Length || name[part.Length] == '.');

    /// <summary>Whether a tensor of the file is left out.</summary>
    public bool Ignores(string name) => _ignored.Count > 0 && Beginnings(name).Any(_ignored.Contains);

    /// <summary>The name of the network for one of the file: the longest beginning that is renamed counts.</summary>
    public string Of(string name)
    {
        foreach (string beginning in Beginnings(name))
        {
            if (!_byName.TryGetValue(beginning, out string? other))
                continue;
            string rest = name.Substring(beginning.Length);
            return other.Length == 0 ? rest.TrimStart('.') : other + rest;
        }

        return name;
    }

    private static Dictionary<string, string> Normalize(IReadOnlyDictionary<string, string>? rename)
    {
        var normal = new Dictionary<string, string>();
        foreach (KeyValuePair<string, string> pair in rename ?? new Dictionary<string, string>())
            normal[pair.Key.TrimEnd('.')] = pair.Value.TrimEnd('.');
        return normal;
    }

    /// <summary>The name itself, and then what is left of it before each dot from the last one on.</summary>
    private static IEnumerable<string> Beginnings(string name)
    {
        yield return name;
        for (int dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            yield return name.Substring(0, dot);
    }
}
