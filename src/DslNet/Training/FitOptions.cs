namespace DslNet;

/// <summary>How <see cref="NetworkTraining.Fit"/> trains.</summary>
/// <example>
/// <code>
/// new FitOptions { Epochs = 30, BatchSize = 32, Optimizer = new Adam(1e-3f), Validation = test, Progress = new ConsoleProgressBar() }
/// </code>
/// </example>
public sealed record FitOptions
{
    /// <summary>
    /// What moves the parameters. It keeps its state from one call to the next, so it belongs to one network: another network needs
    /// options with an optimiser of its own.
    /// </summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>How many times every sample is seen; once unless said otherwise. An epoch that an earlier call left unfinished is finished first, and counts as one.</summary>
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
    /// Called after every step (with <see cref="Optimizer.GradientAccumulation"/> after every batch), on the thread that trains; the next step waits for it. The network's parameters are those after the step.
    /// The call of an epoch's last step comes after the validation, and has its results. <see cref="FitProgress.Stop"/> ends the training.
    /// </summary>
    /// <remarks>An exception that it throws ends the training too, and <see cref="NetworkTraining.Fit"/> passes it on.</remarks>
    public Action<FitProgress>? Callback { get; init; }

    /// <summary>
    /// A display, such as <see cref="ConsoleProgressBar"/>, that is called after every step, after <see cref="Callback"/>.
    /// </summary>
    /// <remarks>
    /// A <see cref="Progress{T}"/> does not call its handler during the step, but later, on another thread, and for the last steps mostly after
    /// the training has ended: what depends on the parameters of that step belongs into <see cref="Callback"/>.
    /// </remarks>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>
    /// How the learning rate changes; the optimiser's own in every step if nothing is given. The optimiser's <see cref="Optimizer.LearningRate"/> follows it during the training, and is
    /// afterwards what it was before.
    /// </summary>
    /// <example>
    /// <code>
    /// LearningRateSchedule = new CosineSchedule(30) { Unit = ScheduleUnit.PartOfEpoch }
    /// LearningRateSchedule = LearningRateSchedule.Of(step => 1e-3f / (1 + step / 1000))
    /// </code>
    /// </example>
    public LearningRateSchedule? LearningRateSchedule { get; init; }

    /// <summary>Ends the training when epochs become no better, and gives the network the parameters of the best one.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>A running mean of the parameters, which the validation measures and the network has afterwards.</summary>
    public ExponentialMovingAverage? Average { get; init; }

    /// <summary>
    /// A file in which the training is written down, so that another process can go on with it to the same bits: parameters, states, the optimiser's moments and steps, schedule, order of samples, best epoch,
    /// averages and history. It is written after every epoch and when the training is stopped, wholly or not at all; what was done since is done again. Null, as it is unless said otherwise, for none.
    /// </summary>
    /// <remarks>
    /// <para>
    /// If the file is there when <see cref="NetworkTraining.Fit"/> is called with a new optimiser, the training goes on from it, with <see cref="Epochs"/> in all; a training that has ended returns at once. Delete the file
    /// to begin anew. Each call of a program needs a file of its own. The samples, the seeds and the class of the optimiser must be the same, which is checked; settings of
    /// the optimiser and of the options are taken from the program.
    /// </para>
    /// <para>It is a safetensors file too, from which <c>Load</c> takes the parameters.</para>
    /// </remarks>
    public string? Checkpoint { get; init; }

    /// <summary>
    /// Processes that train the network together, each with all samples, the same seeds and the same options, which is checked: <c>Mpi.World</c> of the package DslNet.Mpi. Of each step a process
    /// computes the gradients of some sample groups; their sums are gathered and added in the order of a single process, so that the result has its bits. Rank 0 writes the checkpoint and the report, and has the
    /// progress. Null, as it is unless said otherwise, to train in this process alone.
    /// </summary>
    public ICommunicator? Communicator { get; init; }

    /// <summary>After how many steps <see cref="Checkpoint"/> is written, besides the end of every epoch; null, as it is unless said otherwise, for never.</summary>
    public int? CheckpointSteps { get; init; }

    /// <summary>
    /// A file in which a page of HTML tells of the training: curves of loss, accuracy and learning rate, layers, mistakes, first filters, histograms of weights and gradients. It needs nothing but itself, is written after every epoch,
    /// and a browser reads it again while the training runs. Null, as it is unless said otherwise, for none.
    /// </summary>
    public string? Report { get; init; }

    /// <summary>
    /// Whether inputs that are NaN or infinite are refused before the first step, and a loss that is, of a step or of the validation, ends the
    /// training with a <see cref="NotFiniteNumberException"/>. True unless said otherwise. Targets are checked in any case.
    /// </summary>
    public bool CheckFinite { get; init; } = true;

    /// <summary>
    /// Ends the training between two steps, or during a validation. <see cref="NetworkTraining.Fit"/> then returns with <see cref="FitResult.Stopped"/>;
    /// it throws nothing.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>One line: the settings that a training depends on.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Counted.Text(Epochs, "epoch")}, batches of {BatchSize}, {(Shuffle ? "shuffled" : "in order")}, {Optimizer}{(LearningRateSchedule is null ? "" : $", {LearningRateSchedule}")}{(EarlyStopping is null ? "" : $", {EarlyStopping}")}{(Average is null ? "" : $", {Average}")}{(Validation is null ? "" : $", validation: {Validation}")}{(Checkpoint is null ? "" : $", checkpoint {Checkpoint}")}{(Report is null ? "" : $", report {Report}")}");
}
