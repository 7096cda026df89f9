using System.Diagnostics;

namespace DslNet.Benchmarks.Measuring;

/// <summary>Something to time: how to call it, and the repeats so far.</summary>
internal sealed class Case(Action call)
{
    // Long enough for the clock, short enough to fit between two disturbances.
    private const double RepeatSeconds = 3e-3, WarmUpSeconds = 0.15;

    // So many calls and the run-time has noticed that a method is worth its best code.
    private const int WarmUpCalls = 100, MostWarmUpSeconds = 2, MostCalls = 1 << 20;

    private readonly List<Repeat> _repeats = [];
    private int _calls = 1;

    /// <summary>The repeats so far.</summary>
    public IReadOnlyCollection<Repeat> Repeats => _repeats;

    /// <summary>Calls until the code is compiled for good, and finds how many calls make a repeat.</summary>
    public void WarmUp()
    {
        long start = Stopwatch.GetTimestamp();
        double seconds;
        int calls = 0;
        do
        {
            call();
            calls++;
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        while (seconds < WarmUpSeconds || (calls < WarmUpCalls && seconds < MostWarmUpSeconds));

        // Doubled until they take a while: a single call may be shorter than what the clock can tell.
        for (_calls = 1; _calls < MostCalls; _calls *= 2)
        {
            start = Stopwatch.GetTimestamp();
            for (int i = 0; i < _calls; i++)
                call();
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (seconds > RepeatSeconds / 2)
                break;
        }
    }

    /// <summary>Times one repeat.</summary>
    public void Measure()
    {
        // Other cases ran in between: the first calls would read memory that this one usually finds in a cache.
        for (int i = 0; i < _calls / 8 + 1; i++)
            call();

        double probe = Probe.Run();
        double? running = Core.ThreadSeconds();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _calls; i++)
            call();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double share = running is { } before && Core.ThreadSeconds() is { } after ? (after - before) / seconds : 1;
        _repeats.Add(new Repeat(1e6 * seconds / _calls, share, Math.Max(probe, Probe.Run())));
    }
}
