namespace DslNet;

/// <summary>The arguments of a load as C# code, for messages.</summary>
internal static class RenamingText
{
    private const int MostShown = 16;

    /// <summary>The argument that renames: what is in the file comes first.</summary>
    public static string Rename(IEnumerable<KeyValuePair<string, string>> names) =>
        $"rename: new Dictionary<string, string> {{ {List(names.Select(pair => $"[{Literal(pair.Key)}] = {Literal(pair.Value)}"))} }}";

    /// <summary>The argument that leaves tensors out.</summary>
    public static string Ignore(IEnumerable<string> names) => $"ignore: [{List(names.Select(Literal))}]";

    /// <summary>A name as C# writes it.</summary>
    public static string Literal(string name) =>
        $"\"{TensorEntry.Shown(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string List(IEnumerable<string> items)
    {
        List<string> shown = [.. items.Take(MostShown + 1)];
        return string.Join(", ", shown.Take(MostShown)) + (shown.Count > MostShown ? ", …" : "");
    }
}
