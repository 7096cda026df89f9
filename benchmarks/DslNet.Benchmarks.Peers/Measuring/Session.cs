namespace DslNet.Benchmarks.Measuring;

/// <summary>
/// Times cases side by side in many short rounds, so that a slow moment of the machine hits them all alike, and drops the
/// repeats in which the thread did not run, or a probe of fixed work ran slow before or after.
/// </summary>
internal sealed class Session
{
    private const double LeastRunning = 0.98;

    // How long rounds wait for a quiet moment to begin in: altogether, a case.
    private static readonly TimeSpan s_patienceACase = TimeSpan.FromSeconds(3);

    // Even of a call that takes seconds.
    private const int FewestRepeats = 3;

    private readonly List<Case> _cases = [];

    /// <summary>The core that the work was kept on, or −1.</summary>
    public int Core { get; private set; } = -1;

    /// <summary>Adds a call of this process.</summary>
    public Case Add(Action call)
    {
        var added = new LocalCase(call);
        _cases.Add(added);
        return added;
    }

    /// <summary>Adds a case.</summary>
    public void Add(Case added) => _cases.Add(added);

    /// <summary>Warms all cases up, keeps them on one core and measures.</summary>
    /// <param name="rounds">How often each case takes its turn.</param>
    /// <param name="pins">False to leave threads where they are.</param>
    /// <param name="secondsACase">A case that has taken longer than that gets no further turn, once it has had a few.</param>
    public void Run(int rounds, bool pins = true, double secondsACase = double.PositiveInfinity)
    {
        // Pinned from the start, the run-time would see one core and be in no hurry to compile again.
        foreach (Case each in _cases)
            each.WarmUp();
        Core = pins ? Measuring.Core.Current() : -1;
        if (Core >= 0)
        {
            _cases.ForEach(each => each.Pin(Core));
            Measuring.Core.Pin(Core);
        }

        TimeSpan patience = Core >= 0 ? s_patienceACase * _cases.Count : TimeSpan.Zero;
        try
        {
            for (int round = 0; round < rounds; round++)
            {
                patience -= Probe.WaitForQuiet(patience);
                foreach (Case each in _cases.Where(each => each.Repeats.Count < FewestRepeats || each.Spent.TotalSeconds < secondsACase))
                    each.Add();
            }
        }
        finally
        {
            // A process started from a pinned thread would have no other core either.
            if (Core >= 0)
                Measuring.Core.Release();
        }
    }

    /// <summary>What was measured of a case.</summary>
    public Timing Of(Case timed)
    {
        double best = _cases.Min(each => each.Repeats.Min(repeat => repeat.Probe));
        return Timing.Of(timed.Repeats, repeat => repeat.Running >= LeastRunning && repeat.Probe <= Probe.Slowest * best);
    }
}
