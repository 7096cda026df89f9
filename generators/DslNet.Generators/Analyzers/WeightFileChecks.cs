using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Analyzers;

/// <summary>Compares a file of weights, as the build has described it, with the parameters of a network, by the rules of a load at run time.</summary>
internal sealed class WeightFileChecks
{
    private const int MostShown = 4;

    private readonly ParsedNetwork _parsed;
    private readonly WeightManifest _manifest;
    private readonly ProblemList _problems;
    private readonly TensorNames _names;
    private readonly IReadOnlyList<StoredParameter> _parameters;
    private readonly Dictionary<string, StoredTensor> _found = [];
    private readonly List<StoredTensor> _unexpected = [];

    private WeightFileChecks(ParsedNetwork parsed, WeightManifest manifest, ProblemList problems)
    {
        (_parsed, _manifest, _problems) = (parsed, manifest, problems);
        Dictionary<string, string> map = [];
        foreach (Renaming renaming in manifest.Map)
            map[renaming.From] = renaming.To;
        _names = new TensorNames(map, [.. manifest.Ignored]);
        _parameters = StoredParameter.Of(parsed.Spec);
    }

    private string Class => _parsed.Spec.Type.PlainName;

    /// <param name="parsed">The network.</param>
    /// <param name="manifests">All files of weights of the project.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static void Run(ParsedNetwork parsed, IReadOnlyList<WeightManifest> manifests, ProblemList problems)
    {
        WeightManifest[] own = [.. manifests.Where(manifest => WeightManifests.IsFor(manifest, parsed.Spec.Type))];

        // The parameters of a broken network are not known.
        if (own.Length == 0 || !parsed.Spec.IsValid)
            return;
        if (own.Length > 1)
            problems.Add(RuleIds.WeightsTwice, parsed.Source.ClassName, [parsed.Spec.Type.PlainName, own[0].File, own[1].File]);
        new WeightFileChecks(parsed, own[0], problems).Run();
    }

    private void Run()
    {
        Match();
        CheckMap();
        StoredParameter[] missing = [.. _parameters.Where(parameter => !_found.ContainsKey(parameter.Name))];
        foreach (IGrouping<int, StoredParameter> layer in missing.GroupBy(parameter => parameter.Node))
            _problems.Add(RuleIds.WeightsMissing, LocationOf(layer.Key), [_manifest.File, List(layer.Select(Shown)), Class, MissingRemedy(layer.First())]);
        foreach (IGrouping<Location, StoredTensor> place in _unexpected.GroupBy(LocationOf))
            _problems.Add(RuleIds.WeightsUnexpected, place.Key, [_manifest.File, List(place.Select(Shown)), Class, UnexpectedRemedy([.. place], missing)]);
        foreach (StoredParameter parameter in _parameters.Where(parameter => _found.ContainsKey(parameter.Name)))
            Compare(_found[parameter.Name], parameter);
    }

    private void Match()
    {
        HashSet<string> known = [.. _parameters.Select(parameter => parameter.Name)];
        foreach (StoredTensor tensor in _manifest.Tensors)
        {
            string name = _names.Of(tensor.Name);
            if (_names.Ignores(tensor.Name) || !known.Contains(name) && tensor.HoldsNoWeights)
                continue;
            if (!known.Contains(name))
                _unexpected.Add(tensor);
            else if (!_found.TryGetValue(name, out StoredTensor? other))
                _found.Add(name, tensor);
            else
                AddMap(EntryOf(tensor) ?? EntryOf(other), $"then {other.ShownName} and {tensor.ShownName} are both {name} of {Class}", "Correct the Map, or name one of them in Ignore");
        }
    }

    private void CheckMap()
    {
        foreach (Renaming renaming in _manifest.Map)
        {
            string from = renaming.From.TrimEnd('.');
            if (_manifest.Tensors.Any(tensor => TensorNames.Begins(tensor.Name, from)))
                continue;
            bool isReversed = renaming.To.Length > 0 && _manifest.Tensors.Any(tensor => TensorNames.Begins(tensor.Name, renaming.To))
                && _parameters.Any(parameter => TensorNames.Begins(parameter.Name, from));
            AddMap(renaming, "the file has no such name", isReversed ? $"Exchange the two sides: Map=\"{renaming.To}:{renaming.From}\", where the name in the file comes first" : "Write a name of the file before the colon, or take the entry out");
        }
    }

    private void AddMap(Renaming? entry, string fact, string remedy) =>
        _problems.Add(RuleIds.MapMeetsNothing, _parsed.Source.ClassName, [_manifest.File, entry?.ToString() ?? "names", fact, remedy]);

    /// <summary>The entry of the map by which a tensor is renamed.</summary>
    private Renaming? EntryOf(StoredTensor tensor) => _manifest.Map
        .Where(renaming => TensorNames.Begins(tensor.Name, renaming.From.TrimEnd('.')))
        .OrderByDescending(renaming => renaming.From.Length).FirstOrDefault();

    private void Compare(StoredTensor tensor, StoredParameter parameter)
    {
        if (!tensor.IsRead)
        {
            string remedy = tensor.IsInteger
                ? "Quantised weights must be multiplied by their scale where they were made, and saved as F32"
                : "Save the file as F32";
            _problems.Add(RuleIds.StoredTypeUnread, LocationOf(parameter.Node), [tensor.ShownName, _manifest.File, tensor.ElementType, parameter.Name, Class, remedy]);
        }
        else if (!parameter.HasShape(tensor))
        {
            _problems.Add(
                RuleIds.StoredShapeDiffers, LocationOf(parameter.Node),
                [tensor.ShownName, _manifest.File, tensor.ShownShape, parameter.Name, Class, parameter.ShownShape, ShapeRemedy(tensor.Shape, parameter.Shape)]);
        }
    }

    private static string ShapeRemedy(EquatableArray<long> actual, EquatableArray<int> expected)
    {
        if (actual.Count == 2 && expected.Count == 2 && actual[0] == expected[1] && actual[1] == expected[0])
            return "Transpose it where the file is written: the order is outputs × inputs";
        if (actual.Count == 4 && expected.Count == 4 && actual[3] == expected[0] && actual[2] == expected[1] && actual[0] == expected[2] && actual[1] == expected[3])
            return "Transpose it by (3, 2, 0, 1) where the file is written: the order is filters × channels × height × width";
        if (actual.Where(axis => axis != 1).SequenceEqual(expected.Where(axis => axis != 1).Select(axis => (long)axis)))
            return "Reshape it where the file is written: only axes of length 1 differ";
        return "Declare the layer as it was trained, or name another file";
    }

    private string MissingRemedy(StoredParameter parameter)
    {
        if (Counterpart(parameter, _unexpected) is { } tensor)
            return $"If {tensor.ShownName} is meant, write Map=\"{RenamingOf(tensor, parameter)}\"";
        return parameter.Role == "bias" && _found.ContainsKey(parameter.Name.Substring(0, parameter.Name.Length - "bias".Length) + "weight")
            ? "Declare the layer with Bias = false, or save the network again"
            : "Save the network again as it is declared, or take the layer out";
    }

    private string UnexpectedRemedy(IReadOnlyList<StoredTensor> tensors, IReadOnlyList<StoredParameter> missing)
    {
        Renaming[] renamings = [.. tensors
            .Select(tensor => (Tensor: tensor, Parameter: missing.FirstOrDefault(parameter => Counterpart(parameter, _unexpected) == tensor)))
            .Where(pair => pair.Parameter is not null)
            .Select(pair => RenamingOf(pair.Tensor, pair.Parameter)).Distinct()];
        if (renamings.Length > 0)
            return $"If its names are other ones only, write Map=\"{string.Join(";", renamings.Select(renaming => renaming.ToString()))}\"";
        return $"Declare the layer that it is of, or leave it out by Ignore=\"{string.Join(";", tensors.Select(tensor => tensor.Name))}\"";
    }

    /// <summary>The only tensor that a missing parameter can be, by shape and role; null if there are several, or it can be several.</summary>
    private StoredTensor? Counterpart(StoredParameter parameter, IReadOnlyList<StoredTensor> tensors)
    {
        StoredTensor[] fitting = [.. tensors.Where(tensor => tensor.IsRead && Fits(parameter, tensor))];
        return fitting.Length == 1 && _parameters.Count(other => !_found.ContainsKey(other.Name) && Fits(other, fitting[0])) == 1 ? fitting[0] : null;
    }

    private static bool Fits(StoredParameter parameter, StoredTensor tensor) =>
        parameter.HasShape(tensor) && (tensor.Name.EndsWith("." + parameter.Role, StringComparison.Ordinal) || tensor.Name.IndexOf('.') < 0);

    /// <summary>The shortest renaming: of the layer where both names end in the same role, of the tensor otherwise.</summary>
    private static Renaming RenamingOf(StoredTensor tensor, StoredParameter parameter)
    {
        string role = "." + parameter.Role;
        return tensor.Name.EndsWith(role, StringComparison.Ordinal)
            ? new(tensor.Name.Substring(0, tensor.Name.Length - role.Length), parameter.Name.Substring(0, parameter.Name.Length - role.Length))
            : new(tensor.Name, parameter.Name);
    }

    private Location LocationOf(int node) => _parsed.Source.Layers[node].GetLocation();

    /// <summary>The layer that a tensor would be of by its name, or else the class.</summary>
    private Location LocationOf(StoredTensor tensor)
    {
        string name = _names.Of(tensor.Name);
        for (int i = 0; i < _parsed.Spec.Nodes.Count; i++)
        {
            if (TensorNames.Begins(name, ParameterTable.FileName(_parsed.Spec.Nodes[i].Path)))
                return LocationOf(i);
        }

        return _parsed.Source.ClassName;
    }

    private static string Shown(StoredParameter parameter) => $"{parameter.Name} ({parameter.ShownShape})";

    private static string Shown(StoredTensor tensor) => $"{tensor.ShownName} ({tensor.ShownShape})";

    private static string List(IEnumerable<string> all)
    {
        string[] names = [.. all];
        string shown = string.Join(", ", names.Take(MostShown));
        return names.Length > MostShown ? Invariant($"{shown} and {names.Length - MostShown} more") : shown;
    }
}
