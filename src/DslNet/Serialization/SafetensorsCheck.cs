namespace DslNet;

/// <summary>Holds the header of a safetensors file against the format and against a network.</summary>
internal static class SafetensorsCheck
{
    private const int MostShown = 8;

    /// <summary>Checks that the tensors' bytes follow one another without hole or overlap, each as many as its shape needs.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="file">What to call the file in messages.</param>
    /// <param name="dataLength">How many bytes follow the header, if that is known.</param>
    public static void Layout(IReadOnlyList<TensorEntry> tensors, string file, long? dataLength)
    {
        long expected = 0;
        foreach (TensorEntry tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.End < tensor.Begin || tensor.Begin != expected)
            {
                throw new InvalidDataException(
                    $"{file} is not a valid safetensors file: the bytes of {tensor.ShownName} go from {tensor.Begin} to {tensor.End}, but they should begin at {expected}, without hole or overlap. Write it anew.");
            }

            CheckSize(tensor, file);
            expected = tensor.End;
        }

        if (dataLength is { } actual && actual != expected)
        {
            string remedy = actual < expected ? "It is cut off: copy it again." : "Something follows: write it anew.";
            throw new InvalidDataException($"{file} has {Counted.Text(actual, "byte")} of data, but its header describes {expected}. {remedy}");
        }
    }

    /// <summary>Finds the parameter of each tensor, and a tensor for each parameter.</summary>
    public static List<(TensorEntry Tensor, ParameterDescription Parameter)> Match(
        IReadOnlyList<TensorEntry> tensors, string file, NetworkDescription network, IReadOnlyDictionary<string, string>? rename)
    {
        Dictionary<string, ParameterDescription> parameters = network.Parameters.ToDictionary(parameter => parameter.Name);
        var found = new Dictionary<string, TensorEntry>();
        var unexpected = new List<TensorEntry>();
        foreach (TensorEntry tensor in tensors)
        {
            string name = NameOf(tensor, rename);
            if (!parameters.ContainsKey(name))
                unexpected.Add(tensor);
            else if (!found.TryAdd(name, tensor))
                throw new InvalidDataException($"{file}: the tensors {found[name].ShownName} and {tensor.ShownName} are both {name} of {network.Name}. Correct the renaming.");
        }

        List<string> missing = [.. network.Parameters.Select(parameter => parameter.Name).Where(name => !found.ContainsKey(name))];
        if (unexpected.Count > 0)
            throw Unexpected(unexpected, missing, file, network, rename);
        if (missing.Count > 0)
        {
            ParameterDescription first = parameters[missing[0]];
            throw new InvalidDataException(
                $"{file} lacks {first.Name} ({first.Shape}) of {network.Name}{More(missing.Skip(1))}. Add it to the file, or take the layer out of the network.");
        }

        foreach ((string name, TensorEntry tensor) in found)
            CheckShape(tensor, parameters[name], file, network);
        return [.. found.Select(pair => (pair.Value, parameters[pair.Key]))];
    }

    private static void CheckSize(TensorEntry tensor, string file)
    {
        int size = SafetensorsFormat.SizeOf(tensor.ElementType);
        if (size == 0)
        {
            throw new InvalidDataException(
                $"{file}: {tensor.ShownName} has the dtype {TensorEntry.Shown(tensor.ElementType)}, but only F32, F16 and BF16 are read. Convert it to F32.");
        }

        // The product in 128 bits, where no file can make it wrap around: it is given up as soon as it is beyond any file.
        Int128 bytes = tensor.Shape.Contains(0) ? 0 : size;
        foreach (long axis in tensor.Shape)
            bytes = Int128.Min(bytes * axis, long.MaxValue);
        if (bytes != tensor.End - tensor.Begin)
        {
            throw new InvalidDataException(
                $"{file} is not a valid safetensors file: {tensor.ShownName} ({tensor.ElementType}, {tensor.ShownShape}) should have {bytes} {(bytes == 1 ? "byte" : "bytes")}, but has {tensor.End - tensor.Begin}. Write it anew.");
        }
    }

    private static void CheckShape(TensorEntry tensor, ParameterDescription parameter, string file, NetworkDescription network)
    {
        if (tensor.HasShape(parameter.Shape))
            return;
        bool transposed = tensor.Shape.Count == 2 && parameter.Shape.Rank == 2
            && tensor.Shape[0] == parameter.Shape[1] && tensor.Shape[1] == parameter.Shape[0];
        string remedy = transposed
            ? "Transpose it: PyTorch's order is outputs × inputs."
            : "Declare the layer as it was trained, or load another file.";
        throw new InvalidDataException(
            $"{file}: {tensor.ShownName} has the shape {tensor.ShownShape}, but {parameter.Name} of {network.Name} has {parameter.Shape}. {remedy}");
    }

    private static InvalidDataException Unexpected(
        List<TensorEntry> unexpected, List<string> missing, string file, NetworkDescription network, IReadOnlyDictionary<string, string>? rename)
    {
        TensorEntry first = unexpected[0];
        string name = NameOf(first, rename);
        string renamed = name == first.Name ? "" : $" (renamed to {TensorEntry.Shown(name)})";
        string partners = missing.Count == 0
            ? "It has all parameters of the network besides: remove the rest from the file."
            : $"Rename it, or declare its layer. Still without a tensor: {string.Join(", ", missing.Take(MostShown))}{(missing.Count > MostShown ? ", …" : "")}.";
        return new InvalidDataException(
            $"{file}: {first.ShownName}{renamed}, {first.ShownShape}, is no parameter of {network.Name}{More(unexpected.Skip(1).Select(tensor => tensor.ShownName))}. {partners}");
    }

    private static string NameOf(TensorEntry tensor, IReadOnlyDictionary<string, string>? rename) =>
        rename is not null && rename.TryGetValue(tensor.Name, out string? name) ? name : tensor.Name;

    private static string More(IEnumerable<string> names)
    {
        List<string> shown = [.. names.Take(MostShown + 1)];
        if (shown.Count == 0)
            return "";
        return $" (nor {string.Join(", ", shown.Take(MostShown))}{(shown.Count > MostShown ? ", …" : "")})";
    }
}
