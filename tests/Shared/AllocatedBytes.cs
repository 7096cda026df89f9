namespace DslNet;

/// <summary>How much garbage this thread makes.</summary>
internal static class AllocatedBytes
{
    /// <summary>
    /// The bytes that a call allocates: the least of several runs. A collection that another thread starts meanwhile is counted as the rest of this
    /// thread's allocation buffer, while what a call itself allocates is counted in every run.
    /// </summary>
    /// <param name="action">The call; what it does only once, it must have done before.</param>
    /// <param name="runs">How often.</param>
    public static long Of(Action action, int runs = 5)
    {
        long least = long.MaxValue;
        for (int run = 0; run < runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
