namespace DslNet;

/// <summary>How many threads a call may use: the whole process has one number, like <c>torch.set_num_threads</c>.</summary>
/// <remarks>
/// Large batches are divided among the calling thread and background threads that wait for work; nobody waits for one that has
/// not begun. The number of threads never changes a result by a single bit. Calls too small to gain stay on the calling thread.
/// </remarks>
public static class NetworkThreads
{
    /// <summary>
    /// The multiply-adds a further thread must have to do: some 20 µs of work, several times what handing it over takes
    /// (docs/performance.md has the measurement).
    /// </summary>
    internal const long LeastMultiplyAdds = 1_000_000;

    private static int s_count = Environment.ProcessorCount;

    /// <summary>The most threads that share one call, the caller's included; as many as there are processors unless said otherwise. 1: never another.</summary>
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
    internal static int For(long multiplyAdds) => (int)Math.Clamp(multiplyAdds / LeastMultiplyAdds, 1, Count);
}
