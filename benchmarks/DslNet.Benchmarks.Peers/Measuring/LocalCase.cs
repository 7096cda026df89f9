using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DslNet.Benchmarks.Measuring;

/// <summary>A call of this process.</summary>
/// <param name="call">What is timed.</param>
/// <param name="warmUpSeconds">How long to call it at least before anything is timed.</param>
/// <param name="isAlone">Whether the calling thread does all the work, so that the time it was running tells of disturbances.</param>
internal sealed class LocalCase(Action call, double warmUpSeconds = 0.15, bool isAlone = true) : Case
{
    // Long enough for the clock, short enough to fit between two disturbances.
    private const double RepeatSeconds = 3e-3;

    // So many calls and the run-time has noticed that a method is worth its best code.
    private const int WarmUpCalls = 100, MostWarmUpSeconds = 2, MostCalls = 1 << 20;

    // What lasts longer is waited for between the rounds.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

    private int _calls = 1;

    /// <inheritdoc />
    public override void WarmUp()
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
        while (seconds < warmUpSeconds || (calls < WarmUpCalls && seconds < MostWarmUpSeconds));

        // Doubled until they take a while: a single call may be shorter than what the clock can tell.
        for (_calls = 1; _calls < MostCalls; _calls *= 2)
        {
            seconds = Time(call, _calls);
            if (seconds > RepeatSeconds / 2)
                break;
        }
    }

    /// <inheritdoc />
    public override void Pin(int core) => Core.Pin(core);

    /// <inheritdoc />
    public override Repeat Measure()
    {
        if (isAlone)
            Probe.WaitForQuiet(s_patience);

        // Other cases ran in between: the first calls would read memory that this one usually finds in a cache.
        Time(call, _calls / 8 + 1);

        double probe = Probe.Run();
        double? running = isAlone ? Core.ThreadSeconds() : null;
        double seconds = Time(call, _calls);
        double share = running is { } before && Core.ThreadSeconds() is { } after ? (after - before) / seconds : 1;
        return new Repeat(1e6 * seconds / _calls, seconds, share, Math.Max(probe, Probe.Run()));
    }

    // Compiled at once, and the same for every case: which of its calls the run-time makes part of a loop is a matter of chance.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Time(Action call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
