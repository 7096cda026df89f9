using Microsoft.Extensions.Logging;

namespace DslNet.AspNetCore;

/// <summary>A network that is loaded from a file, and anew whenever the file changes.</summary>
/// <remarks>
/// A file is read into a network of its own, which takes the place of the one before when all of it is there: a request is answered by the old network or by the new one, never by parts of both.
/// A file that is broken, or of another network, is logged, and the network before stays.
/// </remarks>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed class NetworkService<TNetwork> where TNetwork : class, INetwork<TNetwork>
{
    private readonly ILogger<NetworkService<TNetwork>> _logger;
    private readonly Batcher<TNetwork>? _batcher;
    private FileStamp _stamp;
    private volatile TNetwork _current;
    private volatile string? _problem;

    internal NetworkService(string path, NetworkOptions options, ILogger<NetworkService<TNetwork>> logger)
    {
        Path = System.IO.Path.GetFullPath(path);
        _logger = logger;
        _stamp = FileStamp.Of(Path);
        _current = Network.Load<TNetwork>(Path);
        Loads = 1;
        int most = Array.MaxLength / Math.Max(_current.Description.InputLength, _current.Description.OutputLength);
        if (options.MaxBatch > most)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxBatch, $"NetworkOptions.MaxBatch is {options.MaxBatch}, but an array holds at most {most} samples of {_current.Description.Name}.");
        _batcher = options.MaxBatch > 1 ? new(() => _current, options.MaxBatch) : null;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The network as it is now. Keep it as long as one answer takes, so that the answer is of one network; and never train it.</summary>
    public TNetwork Current => _current;

    /// <summary>How often the file was loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>Why the file, as it is now, is not the network that answers; null where it is.</summary>
    public string? Problem => _problem;

    /// <summary>Computes the outputs of one sample, in a batch with others where <see cref="NetworkOptions.MaxBatch"/> says so.</summary>
    /// <param name="input">One sample's values. They must not change before the answer is there.</param>
    /// <param name="output">Receives the outputs.</param>
    /// <param name="cancellationToken">Is looked at before the sample is taken; from then on, waiting for a batch too, it is computed, which takes microseconds.</param>
    /// <exception cref="ArgumentException">A length is not that of one sample.</exception>
    public ValueTask PredictAsync(ReadOnlyMemory<float> input, Memory<float> output, CancellationToken cancellationToken = default)
    {
        TNetwork network = _current;
        if (input.Length != network.Description.InputLength)
            throw new ArgumentException($"The input has {input.Length} values, but one sample of {network.Description.Name} has {network.Description.InputLength}.", nameof(input));
        if (output.Length != network.Description.OutputLength)
            throw new ArgumentException($"The output has {output.Length} values, but {network.Description.Name} produces {network.Description.OutputLength}.", nameof(output));
        cancellationToken.ThrowIfCancellationRequested();
        if (_batcher is not null)
            return new(_batcher.PredictAsync(input, output));

        network.Predict(input.Span, output.Span);
        NetworkMetrics.Predicted(network, samples: 1);
        return ValueTask.CompletedTask;
    }

    /// <summary>Loads the file where it is another than before. One thread at a time.</summary>
    internal void Reload()
    {
        FileStamp stamp = FileStamp.Of(Path);
        if (stamp == _stamp || stamp.IsFreshAt(DateTime.UtcNow))
            return;

        // Before the file is read: what is written while it is read is found the next time.
        _stamp = stamp;
        try
        {
            TNetwork network = Network.Load<TNetwork>(Path);
            if (FileStamp.Of(Path) != stamp)
                return; // It was written meanwhile, and may be parts of two: the next time it is whole.
            _current = network;
            _problem = null;
            Loads++;
            NetworkMetrics.Loaded(_current, succeeded: true);
            NetworkLog.Loaded(_logger, _current.Description.Name, Path);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _problem = exception.Message;
            NetworkMetrics.Loaded(_current, succeeded: false);
            NetworkLog.Kept(_logger, _current.Description.Name, Path, exception);
        }
    }
}
