namespace DslNet.Search;

/// <summary>
/// Tries settings until there are enough trials. Everything is in one journal: a search goes on where it was when its process ended, however it ended, and several processes that are given one
/// journal share the trials.
/// </summary>
/// <remarks>
/// A trial that ended is never run again. A trial whose process was killed is run again with the same settings and the same number, by whoever asks next. Two processes never run one trial at once. A line that was cut off as it
/// was written is removed. A journal of other settings is refused.
/// </remarks>
/// <example>
/// <code>
/// using Search search = new(space, "digits.journal") { Trials = 60, Sampler = new TpeSampler(seed: 1) };
/// SearchResult result = search.Run(trial =>
/// {
///     DigitNet net = new(seed: trial.Number);
///     FitResult fit = net.Fit(train, new FitOptions { Optimizer = new Adam((float)trial[rate]), Validation = validation });
///     return fit.Epochs[^1].ValidationLoss;
/// });
/// Console.WriteLine(result);
/// </code>
/// </example>
public sealed class Search : IDisposable
{
    private readonly Journal _journal;
    private readonly TrialTable _table;
    private readonly HashSet<int> _held = [];
    private readonly string _path;
    private readonly Lock _progressing = new();

    // Another process may have held the lock for too long, or the disk be full: that is no fault of a trial, which is not ended by it.
    private volatile bool _journalFailed;

    /// <summary>Opens a journal, or creates it.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="journal">The journal's file.</param>
    /// <exception cref="InvalidOperationException">This process has the journal open.</exception>
    /// <exception cref="InvalidDataException">The file is the journal of another search, or damaged.</exception>
    /// <exception cref="ArgumentException">The space has no settings.</exception>
    public Search(SearchSpace space, string journal)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentException.ThrowIfNullOrEmpty(journal);
        if (space.Settings.Count == 0)
            throw new ArgumentException("There is nothing to search: the space has no settings. Add some.", nameof(space));
        (Space, _path) = (space, journal);
        _journal = new(journal, JournalLine.Header(space));
        _table = new(space, journal);
        try
        {
            _journal.Exclusively(Refresh);
        }
        catch
        {
            _journal.Dispose();
            throw;
        }
    }

    /// <summary>What is searched.</summary>
    public SearchSpace Space { get; }

    /// <summary>How many trials there are to be in the journal, all processes together.</summary>
    public int Trials { get; init; } = 60;

    /// <summary>Chooses what is tried next.</summary>
    public ISampler Sampler { get; init; } = new TpeSampler();

    /// <summary>Stops trials early; null to let each come to its end.</summary>
    public SuccessiveHalving? Halving { get; init; }

    /// <summary>Which of the trials this process does.</summary>
    public SearchShare Share { get; init; } = SearchShare.OfEnvironment();

    /// <summary>Is told of each trial that ended here, one at a time.</summary>
    public Action<TrialRecord>? Progress { get; init; }

    /// <summary>Runs trials until none is left for this process: all are done, or others run the last ones.</summary>
    /// <param name="trial">Does what is to be tried, and returns a loss; the less, the better. If it throws, the trial failed; an <see cref="OperationCanceledException"/> ends the search, and the trial is run again when it goes on.</param>
    /// <param name="workers">How many trials run at once in this process, each on a thread of its own.</param>
    /// <returns>All trials of the journal.</returns>
    public SearchResult Run(Func<Trial, double> trial, int workers = 1)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(1, workers - 1).Select(i => new Thread(Work) { Name = $"DslNet search {i}", IsBackground = true })];
        foreach (Thread thread in threads)
            thread.Start();
        Work();
        foreach (Thread thread in threads)
            thread.Join();
        if (failure is not null)
            throw new InvalidOperationException($"The search of {_path} ended: {failure.Message}", failure);
        return Result();

        void Work()
        {
            try
            {
                while (Volatile.Read(ref failure) is null && Next() is { } next)
                    Run(next, trial);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }
        }
    }

    /// <summary>Takes the next trial, to be ended with <see cref="End"/>: what <see cref="Run(Func{Trial, double}, int)"/> does in a loop.</summary>
    /// <returns>The trial; null where none is left for this process.</returns>
    public Trial? Next()
    {
        Trial? next = null;
        _journal.Exclusively(() =>
        {
            Refresh();
            next = Orphan() ?? New();
            if (next is null)
                return;
            _held.Add(next.Number);
            Append(JournalLine.Start(next.Number, next.Values, $"{Environment.MachineName}:{Environment.ProcessId}"));
        });
        return next;
    }

    /// <summary>Ends a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="loss">Its loss. Of a trial that was stopped, that which it was stopped with counts.</param>
    /// <param name="error">Why it failed; null if it did not. Tables have it in one line.</param>
    public void End(Trial trial, double loss, string? error = null)
    {
        ArgumentNullException.ThrowIfNull(trial);
        TrialRecord ended = null!;
        TrialState state = error is not null ? TrialState.Failed : trial.StoppedAt is not null ? TrialState.Stopped : TrialState.Finished;
        _journal.Exclusively(() =>
        {
            Refresh();
            if (!_held.Remove(trial.Number))
                throw new InvalidOperationException($"Trial {trial.Number} does not run. End it once.");
            Append(JournalLine.End(trial.Number, state, trial.StoppedAt ?? loss, error));
            _journal.Release(trial.Number);
            ended = _table.Trials.Single(record => record.Number == trial.Number);
        });

        // Behind the journal's lock: other processes do not wait for what is done with it.
        lock (_progressing)
            Progress?.Invoke(ended);
    }

    /// <summary>All trials of the journal so far.</summary>
    public SearchResult Result()
    {
        _journal.Exclusively(Refresh);
        return new(Space, _table.Trials);
    }

    /// <summary>Closes the journal. Trials that run here are run again by others.</summary>
    public void Dispose() => _journal.Dispose();

    internal bool Report(int trial, int step, double loss)
    {
        bool goesOn = true;
        try
        {
            _journal.Exclusively(() =>
            {
                Refresh();
                Append(JournalLine.Report(trial, step, loss));
                goesOn = Halving is null || !Halving.Compares(step) || Halving.GoesOn(_table.Trials, trial, step);
            });
        }
        catch
        {
            _journalFailed = true;
            throw;
        }

        return goesOn;
    }

    private void Run(Trial next, Func<Trial, double> trial)
    {
        double loss;
        try
        {
            loss = trial(next);
        }
        catch (Exception exception) when (!_journalFailed && exception is not OperationCanceledException)
        {
            End(next, double.NaN, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            return;
        }

        End(next, loss);
    }

    /// <summary>A trial whose process ended without it.</summary>
    private Trial? Orphan()
    {
        foreach (TrialRecord trial in _table.Trials)
        {
            if (trial.State == TrialState.Running && Share.Has(trial.Number) && !_held.Contains(trial.Number) && _journal.TryHold(trial.Number))
                return new(this, trial.Number, trial.Values);
        }

        return null;
    }

    private Trial? New()
    {
        for (int number = Share.Index; number < Trials; number += Share.Count)
        {
            if (_table.Has(number))
                continue;
            if (!_journal.TryHold(number))
                throw new IOException($"Trial {number} of {_path} is locked, but did not begin. Another program locks ranges of the file.");
            return new(this, number, Sampler.Sample(Space, _table.Trials, number));
        }

        return null;
    }

    private void Refresh()
    {
        foreach ((long number, string text) in _journal.ReadNew())
            _table.Add(number, text);
        _journal.RemoveRest();
        if (!_table.HasHeader)
            Append(JournalLine.Header(Space));
    }

    private void Append(string line)
    {
        _journal.Append(line);
        foreach ((long number, string text) in _journal.ReadNew())
            _table.Add(number, text);
    }
}
