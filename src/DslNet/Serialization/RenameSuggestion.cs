using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>How the tensors of a file and the parameters of a network probably belong together.</summary>
/// <param name="Names">From names in the file, or what they begin with, to names of the network.</param>
/// <param name="Reason">Why, as a sentence without its end.</param>
/// <param name="IsSure">Whether nothing else would fit.</param>
/// <param name="Unexpected">The tensors that are left.</param>
/// <param name="Missing">The parameters that are left.</param>
internal sealed record RenameSuggestion(
    IReadOnlyList<KeyValuePair<string, string>> Names,
    string Reason,
    bool IsSure,
    IReadOnlyList<TensorEntry> Unexpected,
    IReadOnlyList<ParameterDescription> Missing)
{
    /// <summary>Looks for a common beginning of all names first, then for equal shapes.</summary>
    public static RenameSuggestion Of(IReadOnlyList<TensorEntry> unexpected, IReadOnlyList<ParameterDescription> missing)
    {
        List<TensorEntry> usable = [.. unexpected.Where(tensor => tensor.Name.Length <= TensorEntry.LongestShownName)];
        return ByPrefix(usable, unexpected, missing) ?? ByShape(usable, unexpected, missing);
    }

    /// <summary>What stands before the names of all missing parameters, such as the <c>module.</c> of PyTorch's wrappers.</summary>
    private static RenameSuggestion? ByPrefix(List<TensorEntry> usable, IReadOnlyList<TensorEntry> unexpected, IReadOnlyList<ParameterDescription> missing)
    {
        string end = "." + missing[0].Name;
        foreach (TensorEntry tensor in usable.Where(tensor => tensor.Name.Length > end.Length && tensor.Name.EndsWith(end, StringComparison.Ordinal)))
        {
            string prefix = tensor.Name[..^end.Length];
            Dictionary<string, TensorEntry> byName = usable.Where(other => other.Name.StartsWith(prefix + ".", StringComparison.Ordinal)).ToDictionary(other => other.Name[(prefix.Length + 1)..]);
            if (!missing.All(parameter => byName.ContainsKey(parameter.Name)))
                continue;
            HashSet<TensorEntry> taken = [.. missing.Select(parameter => byName[parameter.Name])];
            return new([KeyValuePair.Create(prefix, "")], $"The parameters are there with {prefix}. before their names", true, [.. unexpected.Where(other => !taken.Contains(other))], []);
        }

        return null;
    }

    /// <summary>Layers with the same shapes; then, of what is left, single tensors.</summary>
    private static RenameSuggestion ByShape(List<TensorEntry> usable, IReadOnlyList<TensorEntry> unexpected, IReadOnlyList<ParameterDescription> missing)
    {
        var pairs = new List<(TensorEntry Tensor, ParameterDescription Parameter)>();
        var renamed = new List<KeyValuePair<string, string>>();
        List<List<TensorEntry>> layers = [.. usable.GroupBy(tensor => Layer(tensor.Name)).OrderBy(group => Sortable(group.Key), StringComparer.Ordinal).Select(group => group.ToList())];
        List<List<ParameterDescription>> targets = [.. missing.GroupBy(parameter => Layer(parameter.Name)).Select(group => group.ToList())];
        bool isSure = Pair(layers, targets, layer => Shapes(layer.Select(tensor => tensor.ShownShape)), target => Shapes(target.Select(parameter => parameter.Shape.ToString())), (layer, target) =>
        {
            List<(TensorEntry, ParameterDescription)> inside = PairInside(layer, target);
            pairs.AddRange(inside);
            if (inside.All(pair => Leaf(pair.Item1.Name) == Leaf(pair.Item2.Name)) && Layer(layer[0].Name).Length > 0)
                renamed.Add(KeyValuePair.Create(Layer(layer[0].Name), Layer(target[0].Name)));
            else
                renamed.AddRange(inside.Select(pair => KeyValuePair.Create(pair.Item1.Name, pair.Item2.Name)));
        });

        HashSet<TensorEntry> taken = [.. pairs.Select(pair => pair.Tensor)];
        HashSet<string> reached = [.. pairs.Select(pair => pair.Parameter.Name)];
        isSure &= Pair(
            [.. usable.Where(tensor => !taken.Contains(tensor)).OrderBy(tensor => Sortable(tensor.Name), StringComparer.Ordinal)],
            [.. missing.Where(parameter => !reached.Contains(parameter.Name))],
            tensor => tensor.ShownShape,
            parameter => parameter.Shape.ToString(),
            (tensor, parameter) =>
            {
                taken.Add(tensor);
                reached.Add(parameter.Name);
                renamed.Add(KeyValuePair.Create(tensor.Name, parameter.Name));
            });
        return new(renamed, "By their shapes they fit", isSure, [.. unexpected.Where(tensor => !taken.Contains(tensor))], [.. missing.Where(parameter => !reached.Contains(parameter.Name))]);
    }

    /// <summary>Pairs what is alike, in order, where as many are alike on either side; returns whether each pair was the only one possible.</summary>
    private static bool Pair<TFirst, TSecond>(
        List<TFirst> first, List<TSecond> second, Func<TFirst, string> firstKey, Func<TSecond, string> secondKey, Action<TFirst, TSecond> found)
    {
        bool isSure = true;
        ILookup<string, TFirst> candidates = first.ToLookup(firstKey);
        foreach (IGrouping<string, TSecond> group in second.GroupBy(secondKey))
        {
            List<TFirst> alike = [.. candidates[group.Key]];
            List<TSecond> wanted = [.. group];
            if (alike.Count != wanted.Count)
                continue;
            isSure &= alike.Count == 1;
            for (int i = 0; i < alike.Count; i++)
                found(alike[i], wanted[i]);
        }

        return isSure;
    }

    /// <summary>The tensors of one layer: those with the same last name together, the others by their shapes.</summary>
    private static List<(TensorEntry Tensor, ParameterDescription Parameter)> PairInside(List<TensorEntry> layer, List<ParameterDescription> target)
    {
        if (target.All(parameter => layer.Any(tensor => Leaf(tensor.Name) == Leaf(parameter.Name) && tensor.HasShape(parameter.Shape))))
            return [.. target.Select(parameter => (layer.First(tensor => Leaf(tensor.Name) == Leaf(parameter.Name)), parameter))];
        List<TensorEntry> left = [.. layer];
        var pairs = new List<(TensorEntry, ParameterDescription)>();
        foreach (ParameterDescription parameter in target)
        {
            TensorEntry tensor = left.First(tensor => tensor.HasShape(parameter.Shape));
            left.Remove(tensor);
            pairs.Add((tensor, parameter));
        }

        return pairs;
    }

    private static string Layer(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[..dot] : "";

    private static string Leaf(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Shapes(IEnumerable<string> shapes) => string.Join(';', shapes.Order(StringComparer.Ordinal));

    /// <summary>The name with its numbers so padded that 10 comes after 2.</summary>
    private static string Sortable(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length;)
        {
            int end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;
            if (end > i)
                text.Append(CultureInfo.InvariantCulture, $"{name[i..end].PadLeft(TensorEntry.LongestShownName, '0')}");
            else
                text.Append(name[end++]);
            i = end;
        }

        return text.ToString();
    }
}
