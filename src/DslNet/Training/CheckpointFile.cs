namespace DslNet;

/// <summary>
/// A checkpoint is a safetensors file of the network, from which <see cref="NetworkFiles.Load(INetwork, string, IReadOnlyDictionary{string, string}?, IReadOnlyCollection{string}?)"/> takes the parameters too, with one more
/// tensor of bytes: the state of the training.
/// </summary>
internal static class CheckpointFile
{
    /// <summary>Writes it wholly or not at all.</summary>
    public static void Write(string path, INetwork network, StateWriter state) => AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, network, state.Bytes));

    /// <summary>The state in a file; null if there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is no checkpoint.</exception>
    public static StateContent? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        using FileStream stream = NetworkFiles.Open(path);
        SafetensorsReader reader = new(stream, path);
        TensorEntry tensor = reader.Tensors.FirstOrDefault(tensor => tensor.Name == SafetensorsFormat.Checkpoint)
            ?? throw new InvalidDataException($"{path} is a safetensors file, but no checkpoint: it holds no state of a training, and would be overwritten. Give FitOptions.Checkpoint another name, or load the file's parameters with Load.");
        stream.Seek(tensor.Begin, SeekOrigin.Current);
        byte[] bytes = new byte[checked((int)(tensor.End - tensor.Begin))];
        stream.ReadExactly(bytes);
        return new StateContent(bytes, path);
    }
}
