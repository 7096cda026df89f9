namespace DslNet;

/// <summary>
/// Saving and loading of networks as safetensors files, which PyTorch and others read and write: names, shapes and orders
/// are PyTorch's.
/// </summary>
/// <remarks>
/// A file holds the parameters, what layers keep beside them (<see cref="INetwork.States"/>), and in its metadata the seed (<c>dslnet.seed</c>), from which dropout draws and samples are shuffled. It does not hold
/// the state of an optimizer (moments, <see cref="Optimizer.Steps"/>): training that goes on in another process begins with a new one, unless it has a <see cref="FitOptions.Checkpoint"/>.
/// </remarks>
public static class NetworkFiles
{
    internal const string StreamName = "The stream";

    /// <summary>
    /// Saves all parameters to a file, as float32. A temporary file (<c>.NAME.xxxxxxxx.dslnet-tmp</c>) is written beside it and then renamed: a file of that name
    /// survives if anything goes wrong, and whoever reads meanwhile sees the old file or the new one, whole.
    /// </summary>
    /// <remarks>
    /// A file that exists must be writable. It keeps its Unix mode, on Linux its owner and group as far as this process may set them, and on Windows its attributes and access control list.
    /// A symbolic link stays: the file that it leads to is replaced. Other hard links keep the old content. What a process leaves that is killed meanwhile, the next save to the same path deletes.
    /// The data are on the disk (fsync) before the old file is replaced.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written; the disk is full, for example.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Save(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, network));
    }

    /// <summary>Saves all parameters to a file, as <see cref="Save(INetwork, string)"/> does, and texts in its metadata beside them: how raw data become inputs, say.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced.</param>
    /// <param name="metadata">Texts by their names. <c>format</c> and <c>dslnet.seed</c> are taken.</param>
    /// <exception cref="ArgumentException">The path is empty, or a name is taken.</exception>
    /// <exception cref="IOException">It cannot be written; the disk is full, for example.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Save(this INetwork network, string path, IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(metadata);
        foreach (string taken in (ReadOnlySpan<string>)["format", SafetensorsFormat.Seed])
        {
            if (metadata.ContainsKey(taken))
                throw new ArgumentException($"The metadata have {taken}, which the file has already. Give it another name.", nameof(metadata));
        }

        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, network, metadata: metadata));
    }

    /// <summary>The texts in the metadata of a file; its parameters are not read.</summary>
    /// <param name="path">A safetensors file.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">The file is broken, or none of safetensors.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        using FileStream stream = Open(path);
        return ReadMetadata(stream, path);
    }

    /// <summary>The texts in the metadata of a file; its parameters are not read, and the stream is left behind its header.</summary>
    /// <param name="stream">A safetensors file from the stream's position on; it stays open.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">The file is broken, or none of safetensors.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(Stream stream, string name = StreamName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SafetensorsReader(stream, name).Metadata;
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
    /// <remarks>
    /// F64 is rounded to the nearest float32; a finite value beyond its range is refused. A tensor that is no parameter is refused, unless it is ignored or holds no weights:
    /// integers, truth values and empty tensors, and the <c>num_batches_tracked</c> of PyTorch, are skipped. The network keeps its <see cref="INetwork.Seed"/>;
    /// <see cref="Network.Load{TNetwork}(string, IReadOnlyDictionary{string, string}?, IReadOnlyCollection{string}?)"/> takes the file's.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="path">A safetensors file with an F32, F64, F16 or BF16 tensor for each parameter.</param>
    /// <param name="rename">
    /// From names in the file to names of the network, for those that differ: of a tensor (<c>["w1"] = "dense1.weight"</c>), or what names begin with up to a dot
    /// (<c>["features.0"] = "conv1"</c>, <c>["module"] = ""</c>). The longest one counts.
    /// </param>
    /// <param name="ignore">Names in the file, of tensors or what they begin with up to a dot, that are left out.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    /// <example><code>net.Load("lenet.safetensors", rename: new Dictionary&lt;string, string&gt; { ["fc1"] = "dense1", ["fc2"] = "dense2" });</code></example>
    public static void Load(
        this INetwork network, string path, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        using FileStream stream = Open(path);
        new SafetensorsReader(stream, path).ReadInto(network, new TensorNames(rename, ignore));
    }

    /// <summary>Replaces all parameters by those of a stream, which is read to its end. Everything is checked before: they are all replaced, or none.</summary>
    /// <remarks><inheritdoc cref="Load(INetwork, string, IReadOnlyDictionary{string, string}?, IReadOnlyCollection{string}?)" path="/remarks/node()"/></remarks>
    /// <param name="network">The network.</param>
    /// <param name="stream">A safetensors file from the stream's position on; it stays open.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ: of tensors, or what they begin with up to a dot.</param>
    /// <param name="ignore">Names in the file, of tensors or what they begin with up to a dot, that are left out.</param>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Load(
        this INetwork network, Stream stream, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        new SafetensorsReader(stream, StreamName).ReadInto(network, new TensorNames(rename, ignore));
    }

    /// <summary>Opens a file to be read, in a way that lets others replace it meanwhile.</summary>
    internal static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder. Give the name of a file in it.");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }
}
