namespace DslNet;

/// <summary>
/// Saving and loading of networks as safetensors files, which PyTorch and others read and write: names, shapes and orders
/// are PyTorch's.
/// </summary>
public static class NetworkFiles
{
    /// <summary>
    /// Saves all parameters to a file, as float32. It is written beside its place and then moved there: a file of that name
    /// survives if anything goes wrong.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Save(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, network));
    }

    /// <summary>Writes all parameters to a stream, as float32, from its position on.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream, which stays open.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(this INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter.Write(stream, network);
    }

    /// <summary>Replaces all parameters by those of a file. Everything is checked before: they are all replaced, or none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">A safetensors file with F32, F16 or BF16 tensors, one for each parameter and no other.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    /// <example><code>net.Load("lenet.safetensors", new Dictionary&lt;string, string&gt; { ["fc1.weight"] = "dense1.weight", ["fc1.bias"] = "dense1.bias" });</code></example>
    public static void Load(this INetwork network, string path, IReadOnlyDictionary<string, string>? rename = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        SafetensorsReader.Read(stream, path, network, rename);
    }

    /// <summary>Replaces all parameters by those of a stream, which is read to its end. Everything is checked before: they are all replaced, or none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">A safetensors file from the stream's position on; it stays open.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ.</param>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Load(this INetwork network, Stream stream, IReadOnlyDictionary<string, string>? rename = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsReader.Read(stream, "The stream", network, rename);
    }
}
