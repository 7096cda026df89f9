namespace DslNet.Benchmarks.Measuring;

/// <summary>
/// Times cases side by side in many short rounds, so that a slow moment of the machine hits them all alike, and drops the
/// repeats in which the thread did not run, or a probe of fixed work ran slow before or after.
/// </summary>
internal sealed class Session
{
    private const double LeastRunning = 0.98, SlowestProbe = 1.04;

    private readonly List<Case> _cases = [];

    /// <summary>The core that the thread was kept on, or −1.</summary>
    public int Core { get; private set; } = -1;

    /// <summary>Adds a case.</summary>
    public Case Add(Action call)
    {
        var added = new Case(call);
        _cases.Add(added);
        return added;
    }

    /// <summary>Warms all cases up, pins the thread and measures. The thread stays pinned.</summary>
    public void Run(int rounds)
    {
        // Pinned from the start, the run-time would see one core and be in no hurry to compile again.
        foreach (Case each in _cases)
            each.WarmUp();
        Core = Measuring.Core.Pin();
        for (int round = 0; round < rounds; round++)
        {
            foreach (Case each in _cases)
                each.Measure();
        }
    }

    /// <summary>What was measured of a case.</summary>
    public Timing Of(Case timed)
    {
        double best = _cases.Min(each => each.Repeats.Min(repeat => repeat.Probe));
        return Timing.Of(timed.Repeats, repeat => repeat.Running >= LeastRunning && repeat.Probe <= SlowestProbe * best);
    }
}
