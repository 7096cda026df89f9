namespace DslNet.Benchmarks.Measuring;

/// <summary>What is left of the repeats of a case: microseconds a call.</summary>
/// <param name="Min">The fastest.</param>
/// <param name="Median">The middle.</param>
/// <param name="Max">The slowest.</param>
/// <param name="Kept">How many repeats were good enough to count.</param>
/// <param name="Total">How many there were.</param>
internal readonly record struct Timing(double Min, double Median, double Max, int Kept, int Total)
{
    /// <summary>Summarises the repeats that nothing disturbed; the least disturbed quarter if those are fewer.</summary>
    public static Timing Of(IReadOnlyCollection<Repeat> repeats, Func<Repeat, bool> isUndisturbed)
    {
        Repeat[] kept = [.. repeats.Where(isUndisturbed)];
        int few = (repeats.Count + 3) / 4;
        double[] times = Sorted(kept.Length >= few ? kept : repeats.OrderBy(repeat => repeat.Disturbance).Take(few));
        double median = (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        return new Timing(times[0], median, times[^1], kept.Length, repeats.Count);
    }

    private static double[] Sorted(IEnumerable<Repeat> repeats) => [.. repeats.Select(repeat => repeat.Microseconds).Order()];
}
