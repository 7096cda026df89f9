namespace DslNet;

/// <summary>Creates networks from files.</summary>
public static class Network
{
    /// <summary>Creates a network with the parameters and the seed of a file.</summary>
    /// <remarks>
    /// <see cref="INetwork.Seed"/>, from which dropout draws and samples are shuffled, is that of the network that was saved, and 0 where another program wrote the file.
    /// <inheritdoc cref="NetworkFiles" path="/remarks/node()"/>
    /// </remarks>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="path">A safetensors file with an F32, F64, F16 or BF16 tensor for each parameter.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ: of tensors, or what they begin with up to a dot.</param>
    /// <param name="ignore">Names in the file, of tensors or what they begin with up to a dot, that are left out.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    /// <example><code>DigitNet net = Network.Load&lt;DigitNet&gt;("digits.safetensors");</code></example>
    public static TNetwork Load<TNetwork>(string path, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null)
        where TNetwork : INetwork<TNetwork>
    {
        using FileStream stream = NetworkFiles.Open(path);
        return Create<TNetwork>(new SafetensorsReader(stream, path), new TensorNames(rename, ignore));
    }

    /// <summary>Creates a network with the parameters and the seed of a stream, which is read to its end.</summary>
    /// <remarks><inheritdoc cref="Load{TNetwork}(string, IReadOnlyDictionary{string, string}?, IReadOnlyCollection{string}?)" path="/remarks/node()"/></remarks>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="stream">A safetensors file from the stream's position on; it stays open.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ: of tensors, or what they begin with up to a dot.</param>
    /// <param name="ignore">Names in the file, of tensors or what they begin with up to a dot, that are left out.</param>
    /// <param name="name">What to call the stream in messages.</param>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TNetwork Load<TNetwork>(Stream stream, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null, string name = NetworkFiles.StreamName)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Create<TNetwork>(new SafetensorsReader(stream, name), new TensorNames(rename, ignore));
    }

    internal static TNetwork Create<TNetwork>(SafetensorsReader reader, TensorNames names) where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(reader.Seed ?? 0);
        reader.ReadIntoNew(network, names);
        return network;
    }
}
