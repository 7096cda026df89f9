using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DslNet.Benchmarks.Measuring;

/// <summary>
/// A short chain of integer multiplications, which takes the same number of cycles whatever the caches hold: it is slow only
/// when something else is using the core, or the clock is low.
/// </summary>
internal static class Probe
{
    private const int Length = 20_000;

    private static ulong s_state = 1;

    /// <summary>How long it took just now, in seconds.</summary>
    public static double Run()
    {
        long start = Stopwatch.GetTimestamp();
        s_state = Chain(s_state);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Chain(ulong state)
    {
        for (int i = 0; i < Length; i++)
            state = state * 6364136223846793005ul + 1442695040888963407ul;
        return state;
    }
}
