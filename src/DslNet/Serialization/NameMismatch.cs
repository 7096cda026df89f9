namespace DslNet;

/// <summary>What to say where the names of a file and those of a network differ, and how they probably belong together.</summary>
internal sealed class NameMismatch(
    string file,
    NetworkDescription network,
    TensorNames names,
    IReadOnlyList<TensorEntry> tensors,
    IReadOnlyList<TensorEntry> unexpected,
    IReadOnlyList<ParameterDescription> missing,
    IReadOnlyList<TensorEntry> skipped)
{
    private const int MostShown = 8;
    private const string First = "the name in the file comes first";

    /// <summary>The whole message.</summary>
    public string Message()
    {
        if (Reversed() is { Count: > 0 } reversed)
        {
            return $"{file}: the renaming is the wrong way round: {TensorEntry.Shown(reversed[0].Key)} is in the file and {TensorEntry.Shown(reversed[0].Value)} in {network.Name}. " +
                $"Pass {RenamingText.Rename([.. Kept(reversed), .. reversed])}: {First}.";
        }

        return unexpected.Count > 0 ? Unexpected() : Missing();
    }

    private static bool Has(IEnumerable<string> all, string name) => all.Any(other => TensorNames.Begins(other, name));

    private static string More(IEnumerable<string> more)
    {
        List<string> shown = [.. more.Take(MostShown + 1)];
        return shown.Count == 0 ? "" : $" (nor {List(shown)})";
    }

    private static string List(IReadOnlyList<string> all) => string.Join(", ", all.Take(MostShown)) + (all.Count > MostShown ? ", …" : "");

    /// <summary>The entries of the renaming whose two sides were exchanged, put right.</summary>
    private List<KeyValuePair<string, string>> Reversed()
    {
        IEnumerable<string> inFile = tensors.Select(tensor => tensor.Name), inNetwork = StoredTensors.Of(network).Select(parameter => parameter.Name);
        return
        [
            .. names.Renaming
                .Where(pair => pair.Value.Length > 0 && !Has(inFile, pair.Key) && Has(inFile, pair.Value) && Has(inNetwork, pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Value, pair.Key)),
        ];
    }

    private string Missing()
    {
        ParameterDescription first = missing[0];
        string subject = tensors.Count == 0 ? $"{file} holds no tensor: it lacks" : $"{file} lacks";
        bool hasWeight = first.Name.EndsWith(".bias", StringComparison.Ordinal) && missing.All(parameter => parameter.Name != Sibling(first.Name, "weight"));
        string remedy = hasWeight ? "Add it to the file, or declare the layer with Bias = false." : "Add it to the file, or take the layer out of the network.";
        string left = skipped.Count == 0
            ? ""
            : $" Left out, as ignored or since they hold no floats, were {List([.. skipped.Select(tensor => $"{tensor.ShownName} ({TensorEntry.Shown(tensor.ElementType)}, {tensor.ShownShape})")])}.";
        return $"{subject} {first.Name} ({first.Shape}) of {network.Name}{More(missing.Skip(1).Select(parameter => parameter.Name))}. {remedy}{left}{Unused()}";
    }

    private string Unexpected()
    {
        TensorEntry first = unexpected[0];
        string name = names.Of(first.Name);
        string renamed = name == first.Name ? "" : $" (renamed to {TensorEntry.Shown(name)})";
        return $"{file}: {first.ShownName}{renamed}, {first.ShownShape}, is no parameter of {network.Name}{More(unexpected.Skip(1).Select(tensor => tensor.ShownName))}. {UnexpectedRemedy()}{Unused()}";
    }

    private string UnexpectedRemedy()
    {
        if (network.States.IsEmpty && BatchNormalization() is { } normalization)
        {
            return $"{TensorEntry.Shown(normalization)} is a batch normalization, which {network.Name} does not have there. Declare [BatchNorm] behind the layer before it, or fold it into that in Python, after model.eval(): " +
                "torch.nn.utils.fusion.fuse_conv_bn_eval(conv, bn), or fuse_linear_bn_eval, and save the model again.";
        }

        if (missing.Count == 0)
            return HasOnlyBiases() ? $"Declare the layer with a bias, or leave it out: pass {Ignored(unexpected)}." : $"The file has all parameters of the network besides. To leave the rest out, pass {Ignored(unexpected)}.";

        RenameSuggestion suggestion = RenameSuggestion.Of(unexpected, missing);
        string without = $"Still without a tensor: {List([.. suggestion.Missing.Select(parameter => $"{parameter.Name} ({parameter.Shape})")])}.";
        if (suggestion.Names.Count == 0)
        {
            return $"Rename it: pass {RenamingText.Rename([KeyValuePair.Create(unexpected[0].Name, missing[0].Name)])}, where {First}; declare its layer; " +
                $"or leave it out: {RenamingText.Ignore([unexpected[0].Name])}. {without}";
        }

        string reason = suggestion.IsSure ? suggestion.Reason : $"{suggestion.Reason}, those with equal shapes by their order (compare them)";
        string rest = suggestion.Unexpected.Count == 0 ? "" : $" Left over: {List([.. suggestion.Unexpected.Select(tensor => $"{tensor.ShownName} ({tensor.ShownShape})")])}; to leave them out, pass {Ignored(suggestion.Unexpected)}.";
        return $"{reason}: pass {RenamingText.Rename([.. Kept(suggestion.Names), .. suggestion.Names])}; {First}.{(suggestion.Missing.Count == 0 ? "" : $" {without}")}{rest}";
    }

    /// <summary>What was renamed rightly: it stays in the suggestion, so that that can be pasted.</summary>
    private IEnumerable<KeyValuePair<string, string>> Kept(IReadOnlyList<KeyValuePair<string, string>> suggested) =>
        names.Renaming.Where(pair => suggested.All(other => other.Key != pair.Key) && IsUseful(pair.Key));

    /// <summary>Whether an entry of the renaming leads to a parameter.</summary>
    private bool IsUseful(string key) =>
        tensors.Any(tensor => TensorNames.Begins(tensor.Name, key) && StoredTensors.Of(network).Any(parameter => parameter.Name == names.Of(tensor.Name)));

    private static string Ignored(IReadOnlyList<TensorEntry> left) => RenamingText.Ignore(left.Select(tensor => tensor.Name));

    /// <summary>The layer with the running statistics that only a batch normalisation has.</summary>
    private string? BatchNormalization() => unexpected
        .Where(tensor => tensor.Name.EndsWith(".running_mean", StringComparison.Ordinal) || tensor.Name.EndsWith(".running_var", StringComparison.Ordinal))
        .Select(tensor => tensor.Name[..tensor.Name.LastIndexOf('.')])
        .FirstOrDefault();

    private bool HasOnlyBiases() => unexpected.All(tensor =>
        names.Of(tensor.Name).EndsWith(".bias", StringComparison.Ordinal) && StoredTensors.Of(network).Any(parameter => parameter.Name == Sibling(names.Of(tensor.Name), "weight")));

    private static string Sibling(string name, string last) => name[..(name.LastIndexOf('.') + 1)] + last;

    /// <summary>The entries of the renaming that meet no tensor.</summary>
    private string Unused()
    {
        List<string> unused = [.. names.Renaming.Select(pair => pair.Key).Where(key => !Has(tensors.Select(tensor => tensor.Name), key))];
        return unused.Count == 0 ? "" : $" The renaming has {List([.. unused.Select(RenamingText.Literal)])}, which the file has not.";
    }
}
