using System.Diagnostics;

namespace DslNet;

/// <summary>Waits awake for a moment, since to sleep and be woken takes longer than most waits between the steps of a training.</summary>
internal static class SpinThenSleep
{
    private const int Pause = 16;

    private static readonly long s_ticks = Environment.ProcessorCount > 1 ? Stopwatch.Frequency / 10_000 : 0;

    /// <summary>Whether a condition came true within 100 µs.</summary>
    public static bool Spin<T>(Func<T, bool> condition, T state)
    {
        if (condition(state))
            return true;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetTimestamp() - start < s_ticks)
        {
            Thread.SpinWait(Pause);
            if (condition(state))
                return true;
        }

        return false;
    }
}
