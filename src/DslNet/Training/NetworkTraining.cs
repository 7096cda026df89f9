namespace DslNet;

/// <summary>Training and evaluation of networks.</summary>
public static class NetworkTraining
{
    /// <summary>Trains a network on a dataset.</summary>
    /// <remarks>
    /// <para>
    /// The network may be trained further by another call with the same optimiser, which goes on where it stopped. Two calls of 2 and 3 epochs
    /// give the same bits as one of 5. The same is true if a training is stopped within an epoch: the next call first sees the samples that
    /// the epoch has left, and that counts as its first epoch. This needs a dataset of the same samples, in this memory or other, and the same
    /// <see cref="FitOptions.Seed"/> and <see cref="FitOptions.Shuffle"/>; otherwise the next call begins with an epoch of its own. Another <see cref="FitOptions.BatchSize"/>
    /// divides the samples that are left. A new optimiser, or one after <see cref="Optimizer.Reset"/>, begins at the first epoch's order.
    /// </para>
    /// <para>
    /// Everything is allocated before the first step: a step of an epoch allocates nothing. Each step has a number of its own, counted
    /// from zero over all epochs and calls, which dropout draws from.
    /// </para>
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="options">How to train.</param>
    /// <returns>The history, and whether the training was stopped by <see cref="FitOptions.CancellationToken"/> or <see cref="FitProgress.Stop"/>; the network is then as after the last step, or has the <see cref="FitOptions.Average"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// An option is out of range, there is no optimiser or it belongs to another network, or a dataset is empty, does not
    /// fit the network, or has targets that its loss does not take or inputs that are not finite. The network is unchanged.
    /// </exception>
    /// <exception cref="NotFiniteNumberException">
    /// The loss of a step or of the validation is NaN or infinite, or parameters are after the last step. The message says which step, and what may be the cause. Most
    /// parameters are of no use then. <see cref="FitOptions.CheckFinite"/> turns it off.
    /// </exception>
    /// <exception cref="InvalidDataException"><see cref="FitOptions.Checkpoint"/> is no checkpoint of this training; the message says why. The network is unchanged.</exception>
    /// <exception cref="IOException">The checkpoint cannot be read or written.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    public static FitResult Fit(this INetwork network, Dataset train, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Optimizer is null)
            throw new ArgumentException("There is no optimizer. Set FitOptions.Optimizer, for example to new Adam(1e-3f).", nameof(options));
        if (options.Epochs <= 0)
            throw new ArgumentException($"FitOptions.Epochs is {options.Epochs}. Set it to 1 or more.", nameof(options));
        if (options.BatchSize <= 0)
            throw new ArgumentException($"FitOptions.BatchSize is {options.BatchSize}. Set it to 1 or more.", nameof(options));
        CheckFiles(options);
        if (options.Validation is null && options.EarlyStopping is { Monitor: MonitoredValue.Accuracy })
            throw new ArgumentException("FitOptions.EarlyStopping judges by MonitoredValue.Accuracy, but there is no accuracy without a validation. Set FitOptions.Validation, of a classifier, or judge by MonitoredValue.Loss.", nameof(options));
        if (options.EarlyStopping is { Monitor: MonitoredValue.Accuracy } && (network.Description.HasNamedPorts || network.Description.Loss is { IsOfClasses: false }))
            throw new ArgumentException($"FitOptions.EarlyStopping judges by MonitoredValue.Accuracy, but {network.Description.Name} has no accuracy: {(network.Description.HasNamedPorts ? "its inputs or outputs have names" : $"its {network.Description.LossText}")}. Judge by MonitoredValue.Loss.", nameof(options));
        train = TrainingChecks.Check(network.Description, train, nameof(train));
        Dataset? validation = options.Validation;
        if (validation is not null)
            validation = TrainingChecks.Check(network.Description, validation, nameof(FitOptions.Validation));
        TrainingChecks.CheckBatches(network.Description, train, options.BatchSize);
        if (options.CheckFinite)
        {
            TrainingChecks.CheckFinite(network.Description, train, nameof(train));
            if (validation is not null)
                TrainingChecks.CheckFinite(network.Description, validation, nameof(FitOptions.Validation));
        }

        var bar = options.Progress as ConsoleProgressBar;
        try
        {
            FitResult result = new FitRun(network, train, validation, options).Run();
            bar?.EndLine();
            return result;
        }
        catch
        {
            // Not `finally`: it would come only after the message of an exception that nobody catches.
            bar?.EndLineAfterFailure();
            throw;
        }
    }

    private static void CheckFiles(FitOptions options)
    {
        if (options.CheckpointSteps is <= 0)
            throw new ArgumentException($"FitOptions.CheckpointSteps is {options.CheckpointSteps}. Set it to 1 or more, or to null for checkpoints after epochs only.", nameof(options));
        if (options.CheckpointSteps is not null && options.Checkpoint is null)
            throw new ArgumentException("FitOptions.CheckpointSteps is set, but there is no file to write. Set FitOptions.Checkpoint to its name.", nameof(options));
        if (options.Report is "")
            throw new ArgumentException("FitOptions.Report is empty. Set it to the name of a file, such as run.html.", nameof(options));
        if (options.Checkpoint is "")
            throw new ArgumentException("FitOptions.Checkpoint is empty. Set it to the name of a file.", nameof(options));
        if (options.Checkpoint is not null)
            CheckFolder(options.Checkpoint);
        if (options.Checkpoint is not null && options.Optimizer is not ISweepOptimizer)
            throw new ArgumentException($"FitOptions.Checkpoint cannot write down what {options.Optimizer.GetType().Name} keeps from step to step. Use an optimizer of DslNet, or leave Checkpoint null.", nameof(options));
    }

    /// <summary>Finds before the first step, not after the first epoch, that a file cannot be written.</summary>
    private static void CheckFolder(string file)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (Directory.Exists(file) || Path.EndsInDirectorySeparator(file))
            throw new IOException($"FitOptions.Checkpoint, {file}, is a folder. Give the name of a file in it.");
        if (folder is not null && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder} for FitOptions.Checkpoint, {file}. Create it first.");
    }

    /// <summary>Measures how well a network predicts the samples of a dataset.</summary>
    /// <remarks>
    /// A sample with an output that is NaN is of no class and counts as wrong. The loss is then NaN too.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <returns>The mean loss and, for a classifier, the accuracy and which classes were taken for which, or, for a regression, its errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The dataset is empty, does not fit the network, or has targets that its loss does not take.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    public static Evaluation Evaluate(this INetwork network, Dataset data) => Evaluate(network, data, new EvaluationOptions());

    /// <summary>Measures how well a network predicts the samples of a dataset, by more measures.</summary>
    /// <remarks>
    /// A sample with an output that is NaN is of no class and counts as wrong. The loss is then NaN too.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="options">What else is measured.</param>
    /// <returns>The mean loss and, for a classifier, the accuracy and which classes were taken for which, or, for a regression, its errors; and what was asked for.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The dataset is empty, does not fit the network, or has targets that its loss does not take, or an option does not fit the network or is out of range.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    public static Evaluation Evaluate(this INetwork network, Dataset data, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        NetworkDescription description = network.Description;
        data = TrainingChecks.Check(description, data, nameof(data));
        EvaluationSums sums = EvaluationSums.For(description, options);
        Evaluator evaluator = new(network, data);
        (double loss, double accuracy) = evaluator.Run(sums, CancellationToken.None)!.Value;
        return new Evaluation(data.Count, loss, accuracy, sums.Confusion)
        {
            Losses = description.HasNamedPorts ? [.. evaluator.Losses] : [loss],
            TopK = sums.TopK?.Accuracies() ?? [],
            Regression = sums.Regression?.Measures(),
        };
    }
}
