namespace DslNet.Benchmarks.Measuring;

/// <summary>What is left of the repeats of a case: microseconds a call.</summary>
/// <param name="Min">The fastest.</param>
/// <param name="Median">The middle.</param>
/// <param name="Max">The slowest.</param>
/// <param name="Kept">How many repeats were good enough to count.</param>
/// <param name="Total">How many there were.</param>
internal readonly record struct Timing(double Min, double Median, double Max, int Kept, int Total)
{
    /// <summary>Whether fewer than a quarter of the repeats were good enough, so that the figures are those of a busy machine.</summary>
    public bool IsDisturbed => Kept < Few(Total);

    /// <summary>
    /// Summarises the repeats that nothing disturbed. If they are fewer than a quarter, as with calls longer than what a busy
    /// machine grants at a stretch, the least disturbed quarter counts, with the time in which the thread was running.
    /// </summary>
    public static Timing Of(IReadOnlyCollection<Repeat> repeats, Func<Repeat, bool> isUndisturbed)
    {
        double[] kept = [.. repeats.Where(isUndisturbed).Select(repeat => repeat.Microseconds)];
        double[] times = kept.Length >= Few(repeats.Count)
            ? kept
            : [.. repeats.OrderBy(repeat => repeat.Disturbance).Take(Few(repeats.Count)).Select(repeat => repeat.Microseconds * Math.Min(1, repeat.Running))];
        Array.Sort(times);
        double median = (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        return new Timing(times[0], median, times[^1], kept.Length, repeats.Count);
    }

    private static int Few(int repeats) => (repeats + 3) / 4;
}
