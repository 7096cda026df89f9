namespace DslNet;

/// <summary>How <see cref="NetworkTraining.Fit"/> trains.</summary>
/// <example>
/// <code>
/// new FitOptions { Epochs = 30, BatchSize = 32, Optimizer = new Adam(1e-3f), Validation = test, Progress = new ConsoleProgressBar() }
/// </code>
/// </example>
public sealed record FitOptions
{
    /// <summary>What moves the parameters. It keeps its state from one call to the next.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>How many times every sample is seen; once unless said otherwise.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>How many samples make a step; 32 unless said otherwise. The last batch of an epoch has what is left over.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Samples on which the network is evaluated after every epoch, if any.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Whether the samples come in another random order in every epoch. True unless said otherwise.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Where the random orders come from: the same seed gives the same orders on every machine. The network's own seed unless said otherwise.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Told after every step. The report of an epoch's last step comes after the validation, and has its results.
    /// </summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>The learning rate of every step, counted from zero over all steps of the optimiser; the optimiser's own if none is given.</summary>
    /// <example><code>LearningRateSchedule = step => 1e-3f / (1 + step / 1000)</code></example>
    public Func<long, float>? LearningRateSchedule { get; init; }

    /// <summary>Ends the training between two steps.</summary>
    public CancellationToken CancellationToken { get; init; }
}
