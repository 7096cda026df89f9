using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Benchmarks.Measuring;

/// <summary>
/// Multiply-adds in registers alone, which take the same number of cycles whatever the caches hold: they are slow only when
/// something else is using the core, or the clock is low. They keep the core's units busy, since that is what a program on the
/// core's other hardware thread takes away: a chain in which each step waits for the one before would be as fast beside it.
/// </summary>
internal static class Probe
{
    /// <summary>
    /// How many times longer than ever before it may take where nothing disturbs: the clock alone moves by some 7 %, and a program
    /// on the other hardware thread makes it 1.5 to 2 times as long.
    /// </summary>
    public const double Slowest = 1.1;

    // About 15 µs.
    private const int Steps = 10_000;

    private static double s_best = double.PositiveInfinity;
    private static float s_sink;

    /// <summary>How long it took just now, in seconds.</summary>
    public static double Run()
    {
        long start = Stopwatch.GetTimestamp();
        s_sink += Chains();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        s_best = Math.Min(s_best, seconds);
        return seconds;
    }

    /// <summary>
    /// Waits until it is as fast as ever before, without touching memory: what disturbs lasts for milliseconds to seconds.
    /// </summary>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="probe">How long the last one took.</param>
    /// <returns>How long it waited.</returns>
    public static TimeSpan WaitForQuiet(TimeSpan patience, out double probe)
    {
        long start = Stopwatch.GetTimestamp();
        do
            probe = Run();
        while (probe > Slowest * s_best && Stopwatch.GetElapsedTime(start) < patience);
        return Stopwatch.GetElapsedTime(start);
    }

    // Ten chains: two multiply-adds a cycle, each of which takes four, and two chains in reserve. Not inlined: spread over a caller
    // that is compiled in tiers, the loop keeps its sums in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Chains()
    {
        Vector128<float> x = Vector128.Create(0.999f), y = Vector128.Create(0.001f);
        Vector128<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y;
        for (int step = 0; step < Steps; step++)
        {
            a = Vector128.MultiplyAddEstimate(a, x, y);
            b = Vector128.MultiplyAddEstimate(b, x, y);
            c = Vector128.MultiplyAddEstimate(c, x, y);
            d = Vector128.MultiplyAddEstimate(d, x, y);
            e = Vector128.MultiplyAddEstimate(e, x, y);
            f = Vector128.MultiplyAddEstimate(f, x, y);
            g = Vector128.MultiplyAddEstimate(g, x, y);
            h = Vector128.MultiplyAddEstimate(h, x, y);
            i = Vector128.MultiplyAddEstimate(i, x, y);
            j = Vector128.MultiplyAddEstimate(j, x, y);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j);
    }
}
