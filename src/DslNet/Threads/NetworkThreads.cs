namespace DslNet;

/// <summary>How many threads a call may use: one setting for the whole process, like <c>torch.set_num_threads</c>.</summary>
/// <remarks>
/// <para>
/// Large batches are divided among the calling thread and background threads that wait for work; nobody waits for one that has
/// not begun. The number of threads never changes a result by a single bit. Calls too small to gain stay on the calling thread.
/// </para>
/// <para>
/// A background thread watches for its next work for 100 µs before it sleeps. Where many processes share a machine, or
/// many networks are trained at once from threads of one's own, 1 is best.
/// </para>
/// <para>
/// The threads keep no network alive between calls, nor the <see cref="System.Runtime.Loader.AssemblyLoadContext"/> of its assembly. Where this library itself was
/// loaded into a collectible context, they end when that is unloaded, and after a second without work.
/// </para>
/// </remarks>
/// <example><code>NetworkThreads.Count = 1; // leaves the other cores alone</code></example>
public static class NetworkThreads
{
    /// <summary>
    /// The multiply-adds that a further thread must have to do if it is awake: 5 µs at full speed. To hand work over takes 0.3 to
    /// 0.7 µs (docs/performance.md has the measurements).
    /// </summary>
    internal const long LeastAwake = 250_000;

    /// <summary>
    /// The same if it must be woken: 20 µs at full speed. Waking takes as long, so that dividing 40 µs in two gains nothing
    /// yet; but no network is at full speed in calls as small as that.
    /// </summary>
    internal const long LeastAsleep = 1_000_000;

    private static int s_count = Environment.ProcessorCount;

    /// <summary>
    /// The most threads that share one call, the caller's included: <see cref="Environment.ProcessorCount"/>, which heeds a
    /// container's limit, unless said otherwise. With 1 no thread is ever started. A change counts from the next call on.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public static int Count
    {
        get => Volatile.Read(ref s_count);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Volatile.Write(ref s_count, value);
        }
    }

    /// <summary>How many threads pay for so many multiply-adds.</summary>
    internal static ThreadCount For(long multiplyAdds)
    {
        int most = Count;
        return new((int)Math.Clamp(multiplyAdds / LeastAwake, 1, most), (int)Math.Clamp(multiplyAdds / LeastAsleep, 1, most));
    }
}
