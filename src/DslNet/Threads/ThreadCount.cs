namespace DslNet;

/// <summary>How many threads pay for some work, the caller's included.</summary>
/// <param name="Awake">With threads that are awake, watching for work.</param>
/// <param name="Asleep">With threads that must be woken first.</param>
internal readonly record struct ThreadCount(int Awake, int Asleep)
{
    /// <summary>The caller's alone.</summary>
    public static ThreadCount One => new(1, 1);

    /// <summary>At most so many.</summary>
    public ThreadCount AtMost(int threads) => new(Math.Min(Awake, threads), Math.Min(Asleep, threads));
}
