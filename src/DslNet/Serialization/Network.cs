namespace DslNet;

/// <summary>Creates networks from files.</summary>
public static class Network
{
    /// <summary>Creates a network with the parameters of a file.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="path">A safetensors file with F32, F16 or BF16 tensors, one for each parameter and no other.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    /// <example><code>DigitNet net = Network.Load&lt;DigitNet&gt;("digits.safetensors");</code></example>
    public static TNetwork Load<TNetwork>(string path, IReadOnlyDictionary<string, string>? rename = null) where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(seed: 0);
        network.Load(path, rename);
        return network;
    }

    /// <summary>Creates a network with the parameters of a stream, which is read to its end.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="stream">A safetensors file from the stream's position on; it stays open.</param>
    /// <param name="rename">From names in the file to names of the network, for those that differ.</param>
    /// <exception cref="InvalidDataException">The file is broken, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TNetwork Load<TNetwork>(Stream stream, IReadOnlyDictionary<string, string>? rename = null) where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(seed: 0);
        network.Load(stream, rename);
        return network;
    }
}
