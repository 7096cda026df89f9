namespace DslNet.Benchmarks.Protocol;

/// <summary>One of the libraries that are compared.</summary>
internal interface IPeer
{
    /// <summary>The library and its version; asked first, and so what loads the library.</summary>
    /// <exception cref="BenchmarkException">The library cannot be loaded.</exception>
    string Version { get; }

    /// <summary>Builds the network with the parameters of the file and the data of the batch.</summary>
    /// <exception cref="NotSupportedException">The library cannot do it; the message says what.</exception>
    IPeerWork Prepare(Job job);
}
