namespace DslNet;

/// <summary>Holds the header of a safetensors file against the format and against a network.</summary>
internal static class SafetensorsCheck
{
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
                    $"{file} is not a valid safetensors file: the bytes of {tensor.ShownName} go from {tensor.Begin} to {tensor.End}, but they should begin at {expected}, without hole or overlap. Re-export it.");
            }

            CheckSize(tensor, file);
            expected = tensor.End;
        }

        if (dataLength is { } actual && actual != expected)
        {
            string remedy = actual < expected ? "It is cut off: copy it again." : "Something follows: re-export it.";
            throw new InvalidDataException($"{file} has {Counted.Text(actual, "byte")} of data, but its header describes {expected}. {remedy}");
        }
    }

    /// <summary>Finds the tensor of each parameter.</summary>
    public static List<(TensorEntry Tensor, ParameterDescription Parameter)> Match(
        IReadOnlyList<TensorEntry> tensors, string file, NetworkDescription network, TensorNames names)
    {
        Dictionary<string, ParameterDescription> parameters = StoredTensors.Of(network).ToDictionary(parameter => parameter.Name);
        var found = new Dictionary<string, TensorEntry>();
        var unexpected = new List<TensorEntry>();
        var skipped = new List<TensorEntry>();
        foreach (TensorEntry tensor in tensors)
        {
            string name = names.Of(tensor.Name);
            if (names.Ignores(tensor.Name) || !parameters.ContainsKey(name) && tensor.HoldsNoWeights)
                skipped.Add(tensor);
            else if (!parameters.ContainsKey(name))
                unexpected.Add(tensor);
            else if (!found.TryAdd(name, tensor))
                throw new InvalidDataException($"{file}: the tensors {found[name].ShownName} and {tensor.ShownName} are both {name} of {network.Name}. Correct the renaming.");
        }

        List<ParameterDescription> missing = [.. StoredTensors.Of(network).Where(parameter => !found.ContainsKey(parameter.Name))];
        if (unexpected.Count > 0 || missing.Count > 0)
            throw new InvalidDataException(new NameMismatch(file, network, names, tensors, unexpected, missing, skipped).Message());

        foreach ((string name, TensorEntry tensor) in found)
        {
            CheckElementType(tensor, parameters[name], file);
            CheckShape(tensor, parameters[name], file, network);
        }

        return [.. found.Select(pair => (pair.Value, parameters[pair.Key]))];
    }

    private static void CheckSize(TensorEntry tensor, string file)
    {
        // The dtype of a parameter is looked at later; one that this library does not know may be skipped.
        int size = SafetensorsFormat.BitsOf(tensor.ElementType);
        if (size == 0)
            return;

        // The products in 128 bits, where no file can make them wrap around: they are given up as soon as they are beyond any file.
        Int128 elements = tensor.Shape.Contains(0) ? 0 : 1;
        foreach (long axis in tensor.Shape)
            elements = Int128.Min(elements * axis, long.MaxValue);
        long bytes = (long)Int128.Min((elements * size + 7) / 8, long.MaxValue);
        if (bytes != tensor.End - tensor.Begin)
        {
            throw new InvalidDataException(
                $"{file} is not a valid safetensors file: {tensor.ShownName} ({tensor.ElementType}, {tensor.ShownShape}) should have {Counted.Text(bytes, "byte")}, but has {tensor.End - tensor.Begin}. Re-export it.");
        }
    }

    private static void CheckElementType(TensorEntry tensor, ParameterDescription parameter, string file)
    {
        if (SafetensorsFormat.IsRead(tensor.ElementType))
            return;
        var names = new FileNames(file);
        string shown = TensorEntry.Shown(tensor.ElementType);
        string remedy = SafetensorsFormat.IsInteger(tensor.ElementType)
            ? "If they are quantised weights, multiply them by their scale where they were made, and save that as F32; converted as they are, they would be other weights."
            : SafetensorsFormat.BitsOf(tensor.ElementType) == 0
                ? "The safetensors format has no such dtype: re-export the file."
                : $"Convert it to F32 in Python: from safetensors.torch import load_file, save_file; save_file({{k: v.float() for k, v in load_file({names.Given}).items()}}, {names.Converted})";
        throw new InvalidDataException(
            $"{file}: {tensor.ShownName}{(tensor.Name == parameter.Name ? "" : $", which is to be {parameter.Name},")} has the dtype {shown}, but parameters are read from F64, F32, F16 and BF16 only. {remedy}");
    }

    private static void CheckShape(TensorEntry tensor, ParameterDescription parameter, string file, NetworkDescription network)
    {
        if (tensor.HasShape(parameter.Shape))
            return;
        throw new InvalidDataException(
            $"{file}: {tensor.ShownName} has the shape {tensor.ShownShape}, but {parameter.Name} of {network.Name} has {parameter.Shape}. {ShapeRemedy(tensor.Shape, parameter.Shape)}");
    }

    private static string ShapeRemedy(IReadOnlyList<long> actual, TensorShape expected)
    {
        if (actual.Count == 2 && expected.Rank == 2 && actual[0] == expected[1] && actual[1] == expected[0])
            return "Transpose it: PyTorch's order is outputs × inputs.";
        if (actual.Count == 4 && expected.Rank == 4 && actual[3] == expected[0] && actual[2] == expected[1] && actual[0] == expected[2] && actual[1] == expected[3])
            return "Transpose it by (3, 2, 0, 1): PyTorch's order is filters × channels × height × width.";
        if (actual.Where(axis => axis != 1).SequenceEqual(expected.Axes.Where(axis => axis != 1).Select(axis => (long)axis)))
            return "Reshape it where the file is written: only axes of length 1 differ.";
        return "Declare the layer as it was trained, or load another file.";
    }
}
