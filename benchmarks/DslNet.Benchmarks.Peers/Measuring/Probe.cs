using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslNet.Benchmarks.Measuring;

/// <summary>
/// A product of small matrices, which takes the same number of cycles whatever the outer caches hold: it is slow only when
/// something else is using the core, or the clock is low. It multiplies about as fast as the core can, and loads for it as the
/// generated kernels do, since that is what a program on the core's other hardware thread takes away: a chain in which each step
/// waits for the one before would be as fast beside it.
/// </summary>
internal static class Probe
{
    /// <summary>
    /// How many times longer than ever before it may take where nothing disturbs: the clock alone moves by some 7 %, and a program
    /// on the other hardware thread makes it 1.5 to 2 times as long.
    /// </summary>
    public const double Slowest = 1.1;

    // About 20 µs, and 6 KB.
    private const int Repeats = 128, Steps = 128, Rows = 4;

    private static readonly float[] s_rows = new float[Rows * Steps], s_columns = new float[Steps * 2 * Vector128<float>.Count];
    private static double s_best = double.PositiveInfinity;
    private static float s_sink;

    /// <summary>How long it took just now, in seconds.</summary>
    public static double Run()
    {
        long start = Stopwatch.GetTimestamp();
        s_sink += Products();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        s_best = Math.Min(s_best, seconds);
        return seconds;
    }

    /// <summary>
    /// Waits until it is about as fast as ever before, touching no more memory than its own: what disturbs lasts for milliseconds
    /// to seconds.
    /// </summary>
    /// <param name="patience">How long to wait at most.</param>
    /// <returns>How long it waited.</returns>
    public static TimeSpan WaitForQuiet(TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        while (Run() > Slowest * s_best && Stopwatch.GetElapsedTime(start) < patience)
        {
        }

        return Stopwatch.GetElapsedTime(start);
    }

    // Not inlined: spread over a caller that is compiled in tiers, the loop would keep its sums in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Products()
    {
        ref float rows = ref MemoryMarshal.GetArrayDataReference(s_rows), columns = ref MemoryMarshal.GetArrayDataReference(s_columns);
        Vector128<float> a = default, b = a, c = a, d = a, e = a, f = a, g = a, h = a;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            for (nuint k = 0; k < Steps; k++)
            {
                Vector128<float> left = Vector128.LoadUnsafe(ref columns, 8 * k), right = Vector128.LoadUnsafe(ref columns, 8 * k + 4);
                Vector128<float> first = Vector128.Create(Unsafe.Add(ref rows, k)), second = Vector128.Create(Unsafe.Add(ref rows, k + Steps));
                a = Vector128.MultiplyAddEstimate(first, left, a);
                b = Vector128.MultiplyAddEstimate(first, right, b);
                c = Vector128.MultiplyAddEstimate(second, left, c);
                d = Vector128.MultiplyAddEstimate(second, right, d);
                Vector128<float> third = Vector128.Create(Unsafe.Add(ref rows, k + 2 * Steps)), fourth = Vector128.Create(Unsafe.Add(ref rows, k + 3 * Steps));
                e = Vector128.MultiplyAddEstimate(third, left, e);
                f = Vector128.MultiplyAddEstimate(third, right, f);
                g = Vector128.MultiplyAddEstimate(fourth, left, g);
                h = Vector128.MultiplyAddEstimate(fourth, right, h);
            }
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h);
    }
}
