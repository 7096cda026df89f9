namespace DslNet.Benchmarks.Measuring;

/// <summary>What is left of the repeats of a case: microseconds a call.</summary>
/// <param name="Min">The fastest.</param>
/// <param name="Median">The middle.</param>
/// <param name="Max">The slowest.</param>
/// <param name="Kept">How many repeats were good enough to count.</param>
/// <param name="Total">How many there were.</param>
internal readonly record struct Timing(double Min, double Median, double Max, int Kept, int Total)
{
    /// <summary>Summarises the repeats that nothing disturbed; all of them if that would leave too few.</summary>
    public static Timing Of(IReadOnlyCollection<Repeat> repeats, Func<Repeat, bool> isUndisturbed)
    {
        const int enough = 5;
        double[] times = Sorted(repeats.Where(isUndisturbed));
        int kept = times.Length;
        if (kept < enough)
            times = Sorted(repeats);
        double median = (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        return new Timing(times[0], median, times[^1], kept, repeats.Count);
    }

    private static double[] Sorted(IEnumerable<Repeat> repeats) => [.. repeats.Select(repeat => repeat.Microseconds).Order()];
}
